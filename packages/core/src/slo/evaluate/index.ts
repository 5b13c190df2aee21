export { clockMinute, type Evaluator } from './evaluator.ts';
export { evaluatorOf } from './evaluator-of.ts';
export type { Look } from './look.ts';
export { lookBack } from './look-back.ts';
export { memoriesOf } from './store.ts';
export { tick } from './tick.ts';
