export { type AnsweredOperation, classifyGraphql, classifyOutcome } from './classify.ts';
export {
  type ClassifiedLine,
  createLineClassifier,
  type LineClassifier,
} from './classify-lines.ts';
export { type LineProblem, type ReadLine, readExchange } from './exchange.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export { readRules } from './read-rules.ts';
export { reducedError, reducedMessage } from './reduced.ts';
export {
  busiestOperations,
  operationLabel,
  otherOperations,
  unnamedOperations,
} from './registry.ts';
export { type DataErrorRule, defaultRules, type ErrorClass, type GraphqlRules } from './rules.ts';
export type { RulesFacts, RulesPath, RulesReport } from './rules-report.ts';
export { createGraphqlSurvey, type GraphqlSurveyed } from './survey.ts';
export { emptyTally, type Tally, tallied, weigh } from './tally.ts';
export type { BatchVerdict, Counts, GraphqlClass, GraphqlExchange, Verdict } from './verdict.ts';
