import type { Change, Language } from '@sekisho/contract';
import { formatSpan } from '../time/index.ts';
import { type EntryOptions, entryText } from '../timeline/index.ts';

/** Something that changed around a burn: what it was, and how long before the burn began. */
export function changeText(change: Change, language: Language, options: EntryOptions): string {
  const text = entryText({ ...change, texts: {} } as never, language, options);
  const apart = formatSpan(Math.abs(Math.round(change.minutesBefore)) * 60, language);
  const before = change.minutesBefore >= 0;
  if (language === 'ja') return `${text}（始まりの ${apart}${before ? '前' : '後'}）`;
  return `${text} (${apart} ${before ? 'before' : 'after'} it began)`;
}
