export type { ProblemFacts, ProblemName } from './facts.ts';
export {
  formatPath,
  type Path,
  type Place,
  type Problem,
  problemText,
  type Report,
  shown,
  wordsOf,
} from './problem.ts';
export type { Language } from './words-of.ts';
export { yamlWords } from './yaml-words.ts';
