import type { Language } from '@sekisho/words';
import type { ProblemFacts, ProblemName } from './facts.ts';

export type ProblemWordsOf<Names extends ProblemName> = {
  readonly [Name in Names]: Readonly<
    Record<Language, (facts: ProblemFacts[Name]) => { why: string; fix: string }>
  >;
};
