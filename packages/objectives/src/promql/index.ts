export type { PromqlFault, PromqlWhy, ValueType } from './fault.ts';
export { type PromqlRead, readPromql } from './read-promql.ts';
