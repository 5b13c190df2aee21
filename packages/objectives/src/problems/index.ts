export type { ProblemFacts, ProblemName } from './facts.ts';
export { formatPath, type Path, shown, valueAt } from './path.ts';
export {
  type Place,
  type Problem,
  problemText,
  type Report,
  wordsOf,
} from './problem.ts';
export type { Language } from './words-of.ts';
export { yamlWords } from './yaml-words.ts';
