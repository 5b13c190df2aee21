import type { ProblemFacts, ProblemName } from './facts.ts';

/** The languages of the house; this package depends on no other, so it names them itself. */
export type Language = 'ja' | 'en';

export interface WhyAndFix {
  readonly why: string;
  readonly fix: string;
}

/** The words of some problems in every language. */
export type ProblemWordsOf<Names extends ProblemName> = {
  readonly [Name in Names]: Readonly<Record<Language, (facts: ProblemFacts[Name]) => WhyAndFix>>;
};

/** Joins names or values the way each language lists them. */
export function listOf(values: readonly string[], language: Language): string {
  const shown = values.length > 12 ? [...values.slice(0, 12), '…'] : values;
  return shown.join(language === 'ja' ? '、' : ', ');
}
