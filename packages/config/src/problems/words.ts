import { yamlWords } from '@sekisho/objectives/problems';
import { accountWords } from '../accounts/words.ts';
import { ciWords } from '../ci/words.ts';
import { directoryWords } from '../directory/words.ts';
import { membershipWords } from '../memberships/words.ts';
import { sloProblemWords } from '../slo/problems/words.ts';
import { engineWords } from './engine-words.ts';
import type { ProblemName } from './facts.ts';
import { loginWords } from './login-words.ts';
import { placeWords } from './place-words.ts';
import { policyWords } from './policy-words.ts';
import { ruleWords } from './rule-words.ts';
import { shapeWords } from './shape-words.ts';
import type { ProblemWordsOf } from './words-of.ts';

/** Words of every problem; a new one does not compile until it has them. */
export const problemWords: ProblemWordsOf<ProblemName> = {
  ...yamlWords,
  ...shapeWords,
  ...ruleWords,
  ...placeWords,
  ...engineWords,
  ...loginWords,
  ...policyWords,
  ...accountWords,
  ...ciWords,
  ...directoryWords,
  ...membershipWords,
  ...sloProblemWords,
};
