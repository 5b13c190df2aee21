import type { Language, ReviewAction } from '@sekisho/contract';
import { code, safe } from '../../markdown-text.ts';
import { formatMoment } from '../../time/index.ts';

/** Who reads a review, and how people are called. */
export interface ReviewReader {
  readonly language: Language;
  readonly timeZone: string;
  readonly nameOf: (id: string) => string;
}

/** `- [ ] alert on disk space — Taro, by Dec 31 (act-…)` */
export function actionLine(
  { id, month, slo, what, owner, due, doneAt }: ReviewAction,
  { language, timeZone, nameOf }: ReviewReader,
  withOrigin = false,
): string {
  const by = due === null ? '' : formatMoment(new Date(due), { language, timeZone });
  const until = by === '' ? '' : language === 'ja' ? `期限 ${by}` : `by ${by}`;
  const from = withOrigin ? `${month} ${slo}` : '';
  const more = [owner === null ? '' : safe(nameOf(owner)), until, from].filter(Boolean).join(', ');
  return `- [${doneAt === null ? ' ' : 'x'}] ${safe(what)}${more === '' ? '' : ` — ${more}`} (${code(id)})`;
}
