export {
  type AttributeDiff,
  type DiffLine,
  diffLimits,
  type OutputDiff,
  type PlanDiff,
  type ResourceDiff,
  type Shown,
} from './diff/plan-diff.ts';
export { canonicalPlan, planDigest, planFileHash } from './digest.ts';
export { type PlanOptions, type PlanReading, type ReadPlan, readPlan } from './read-plan.ts';
export type { PlanAction } from './reading/action.ts';
export { planLimits } from './reading/limits.ts';
export type { PlanProblem, PlanProblemCode } from './reading/problem.ts';
export type { Directories } from './risks/directories.ts';
export { type Risk, type RiskCode, riskCodes, type Severity, severities } from './risks/risk.ts';
export { type LostKind, lostKinds, statefulTypes } from './risks/stateful.ts';
export { mostRisks, type PlanCounts, type PlanSummary } from './summary.ts';
