import type { Change, Language } from '@sekisho/contract';
import { formatSpan } from '../time/index.ts';
import { type EntryOptions, entryText } from '../timeline/index.ts';

/** Something that changed around a burn: what it was, and how long before the burn began. */
export function changeText(change: Change, language: Language, options: EntryOptions): string {
  const text = entryText({ ...change, texts: {} } as never, language, options);
  const minutes = Math.abs(Math.round(change.minutesBefore));
  const before = change.minutesBefore >= 0;
  if (minutes === 0) return `${text}${atOnce(before, language)}`;
  const apart = formatSpan(minutes * 60, language);
  if (language === 'ja') return `${text}（始まりの ${apart}${before ? '前' : '後'}）`;
  return `${text} (${apart} ${before ? 'before' : 'after'} it began)`;
}

function atOnce(before: boolean, language: Language): string {
  if (language === 'ja') return before ? '（始まりの直前）' : '（始まりの直後）';
  return before ? ' (just before it began)' : ' (just after it began)';
}
