export { sweepOnce } from './run.ts';
export { spare } from './spare.ts';
export { carryOutStep } from './step.ts';
export { sweep } from './sweep.ts';
export { beginExamination, isTrusted } from './trust.ts';
