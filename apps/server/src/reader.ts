import type { Language } from '@sekisho/contract';
import { languageOf } from '@sekisho/words';
import type { Reader } from './told.ts';

interface Known {
  readonly language: Language;
  readonly timeZone: string;
}

/** How to tell something to a person of the roster, or to someone of whom only `Accept-Language` is known. */
export function readerOf(person: Known | undefined, acceptLanguage: string | null): Reader {
  return {
    language: person?.language ?? languageNamed(acceptLanguage) ?? 'en',
    timeZone: person?.timeZone ?? 'UTC',
  };
}

/** The same where the reader chose a language, as in the console, or under a practice hat, which is not their own: it comes first. */
export function readerUnderHat(person: Known, acceptLanguage: string | null): Reader {
  return {
    language: languageNamed(acceptLanguage) ?? person.language,
    timeZone: person.timeZone,
  };
}

/** The first language of ours that the header names; null when it names none. */
function languageNamed(acceptLanguage: string | null): Language | null {
  const tags = (acceptLanguage ?? '').slice(0, 500).split(',');
  const ours = tags.find((tag) => /^\s*(ja|en)\b/i.test(tag));
  return ours === undefined ? null : languageOf(ours);
}
