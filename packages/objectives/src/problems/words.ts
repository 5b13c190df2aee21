import type { ProblemName } from './facts.ts';
import { fileWords } from './file-words.ts';
import { logSliWords } from './log-sli-words.ts';
import { opensloShapeWords } from './openslo-shape-words.ts';
import { opensloWords } from './openslo-words.ts';
import { promqlWords } from './promql-words.ts';
import { rulesWords } from './rules-words.ts';
import { slothWords } from './sloth-words.ts';
import type { ProblemWordsOf } from './words-of.ts';

/** Words of every problem; a new one does not compile until it has them. */
export const problemWords: ProblemWordsOf<ProblemName> = {
  ...fileWords,
  ...opensloWords,
  ...opensloShapeWords,
  ...slothWords,
  ...promqlWords,
  ...rulesWords,
  ...logSliWords,
};
