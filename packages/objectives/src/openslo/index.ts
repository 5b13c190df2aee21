export { type Problem, problemText, wordsOf } from '../problems/index.ts';
export { maximumBytes } from '../yaml/index.ts';
export { checkOpenslo, type OpensloCheck } from './check/check.ts';
export {
  bareObjective,
  type CompositeFault,
  isComposite,
  partName,
  type ReadObjective,
  weighParts,
} from './composite-of.ts';
export { type Change, type Effect, type Target, targets } from './convert/change.ts';
export { changeText, changeWords } from './convert/change-words.ts';
export { type Converted, convertOpenslo } from './convert/convert.ts';
export { nominalSeconds } from './duration.ts';
export { type FoundIndicator, indicatorOf } from './indicator-of.ts';
export { type LogIndicator, logIndicatorOf } from './log-indicator.ts';
export { missingPolicyOf } from './missing-policy.ts';
export type {
  AlertConditionSpec,
  AlertPolicySpec,
  DocumentOf,
  Metric,
  OpensloDocument,
  SliSpec,
  Version,
} from './model.ts';
export { type InForce, objectiveOf } from './objective-of.ts';
export { type OpensloFile, readOpenslo } from './read.ts';
export { type Definitions, readDefinitions } from './read-definitions.ts';
export { pathIn } from './versions/path-in.ts';
export { dataOf, yamlOf } from './write.ts';
