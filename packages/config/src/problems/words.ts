import type { Language } from '@sekisho/words';
import type { ProblemFacts, ProblemName } from './facts.ts';
import { placeWords } from './place-words.ts';
import { policyWords } from './policy-words.ts';
import { ruleWords } from './rule-words.ts';
import { shapeWords } from './shape-words.ts';

export type ProblemWordsOf<Names extends ProblemName> = {
  readonly [Name in Names]: Readonly<
    Record<Language, (facts: ProblemFacts[Name]) => { why: string; fix: string }>
  >;
};

/** Words of every problem; a new one does not compile until it has them. */
export const problemWords: ProblemWordsOf<ProblemName> = {
  ...shapeWords,
  ...ruleWords,
  ...placeWords,
  ...policyWords,
};
