export { type Condition, readConditions } from './condition.ts';
export { type Decision, decide, type PolicyRequest } from './decide.ts';
export { type PolicyStatement, type PolicyUse, policyProblem, readPolicy } from './document.ts';
export { holds, operatorNamed } from './holds.ts';
export { isLike } from './like.ts';
export type { ContextValue } from './variables.ts';
