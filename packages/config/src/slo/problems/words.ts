import type { ProblemWordsOf } from '../../problems/words-of.ts';
import { alertWords } from './alert-words.ts';
import type { SloProblemFacts } from './facts.ts';
import { fileWords } from './file-words.ts';
import { serviceWords } from './service-words.ts';
import { sourceWords } from './source-words.ts';
import { viewWords } from './view-words.ts';

export const sloProblemWords: ProblemWordsOf<keyof SloProblemFacts> = {
  ...fileWords,
  ...sourceWords,
  ...alertWords,
  ...serviceWords,
  ...viewWords,
};
