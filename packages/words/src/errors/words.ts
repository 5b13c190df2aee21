import type { ErrorCode, FactsOf } from '@sekisho/contract/errors';
import type { WhyAndFix } from '../catalogue/why-and-fix.ts';
import type { Language, Pair } from '../language.ts';
import { formatMoment } from '../time/format-moment.ts';

/** How one expected failure is told. */
export interface ErrorWords<Code extends ErrorCode> {
  /** The same for every occurrence: the title of a problem, the end of a refused entry. */
  readonly title: Pair;
  readonly en: (facts: FactsOf<Code>, timeZone: string) => WhyAndFix;
  readonly ja: (facts: FactsOf<Code>, timeZone: string) => WhyAndFix;
}

export type ErrorWordsOf<Codes extends ErrorCode> = { readonly [Code in Codes]: ErrorWords<Code> };

/** A moment among the facts of a failure, shown in the reader's zone; as it is when it is no moment. */
export function momentIn(iso: string, timeZone: string, language: Language): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : formatMoment(moment, { language, timeZone });
}

/** Values offered after a wrong one. */
export function offered(known: readonly string[], language: Language): string {
  if (known.length === 0) return language === 'ja' ? '(なし)' : '(none)';
  return known.join(language === 'ja' ? '、' : ', ');
}
