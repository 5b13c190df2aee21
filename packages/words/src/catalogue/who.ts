import type { Role } from '@sekisho/contract';
import type { Language } from '../language.ts';
import { roleNames } from './leases.ts';

/** Words for those whom a rule names: `group:sre` → `group sre` / 「グループ sre」, `on-call` → 「オンコール」. */
export function whoText(who: string, language: Language): string {
  const [kind, name = ''] = who.split(':', 2);
  const ja = language === 'ja';
  if (who === 'everyone') return ja ? '全員' : 'everyone';
  if (who === 'on-call') return ja ? 'オンコール担当者' : 'whoever is on call';
  if (kind === 'group') return ja ? `グループ ${name}` : `group ${name}`;
  if (kind === 'role') {
    const role = roleNames[name as Role]?.[language] ?? name;
    return ja ? `権限「${role}」` : `role ${role}`;
  }
  return name === '' ? who : name;
}
