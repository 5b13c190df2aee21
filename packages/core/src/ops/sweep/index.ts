export { lookForOrphans, sweepOnce } from './run.ts';
export { spare } from './spare.ts';
export { sweep } from './sweep.ts';
export { beginExamination } from './trust.ts';
