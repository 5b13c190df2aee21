export { clockMinute, type Evaluator } from './evaluator.ts';
export { evaluatorOf } from './evaluator-of.ts';
export { knownFrom, measuredUntil } from './known-from.ts';
export { type Look, lookAt, reachOf } from './look.ts';
export { lookBack } from './look-back.ts';
export { readWhole } from './part-histories.ts';
export { memoriesOf } from './store.ts';
export { tick } from './tick.ts';
export { watermarkOf } from './watermark.ts';
