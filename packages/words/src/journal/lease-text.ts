import type { Ending, Language, LeaseKindName, LeaseState } from '@sekisho/contract';
import { endingTexts, lentText, stateNames } from '../catalogue/leases.ts';
import { formatDuration } from '../time/format-duration.ts';

/** A lease, as far as a line of a journal tells it. */
export interface JournalLease {
  readonly kind: LeaseKindName;
  readonly title?: string | undefined;
  readonly environment: string;
  readonly seconds: number;
  readonly state: LeaseState;
  readonly ending: Ending | null;
  /** Whether it was ever theirs to use. */
  readonly granted: boolean;
  readonly breakGlass: boolean;
  readonly requester: string;
  readonly holder: string;
}

/** `the ops server in staging for 2h`, 「staging の作業サーバー(2時間)」. */
export function lentFor(lease: JournalLease, language: Language): string {
  const span = formatDuration(lease.seconds, language);
  const what = lentText(lease)[language];
  return language === 'ja' ? `${what}(${span})` : `${what} for ${span}`;
}

/** What somebody had, or asked for in vain. @param person whose journal it is */
export function borrowedText(
  lease: JournalLease,
  person: string,
  language: Language,
  nameOf: (id: string) => string,
): string {
  const what = lentFor(lease, language);
  const how = [
    ...(lease.breakGlass ? [{ en: 'break-glass', ja: '緊急開始' }[language]] : []),
    ...(lease.ending === null
      ? [stateNames[lease.state][language]]
      : [endingTexts[lease.ending][language]]),
    ...passedOn(lease, person, language, nameOf),
  ].join(language === 'ja' ? '、' : ', ');
  if (language === 'ja') {
    return `${what}を${lease.granted ? '利用' : '依頼'}: ${how}`;
  }
  const has = lease.ending === null ? 'Has' : 'Had';
  return `${lease.granted ? has : 'Asked for'} ${what}: ${how}`;
}

function passedOn(
  { requester, holder }: JournalLease,
  person: string,
  language: Language,
  nameOf: (id: string) => string,
): readonly string[] {
  if (requester === holder) return [];
  if (requester !== person) {
    const from = nameOf(requester);
    return [language === 'ja' ? `${from} から引き継ぎ` : `taken over from ${from}`];
  }
  const to = nameOf(holder);
  return [language === 'ja' ? `${to} に引き継ぎ` : `handed over to ${to}`];
}
