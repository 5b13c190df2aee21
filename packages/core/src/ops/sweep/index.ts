export { watchedUntil, watchUnknown } from './recovered.ts';
export { type Looked, lookForOrphans, sweepOnce } from './run.ts';
export { sweepSubject } from './scope.ts';
export { spare } from './spare.ts';
export { carryOutStep } from './step.ts';
export { sweep } from './sweep.ts';
export { beginExamination, isTrusted, trustDatabase } from './trust.ts';
