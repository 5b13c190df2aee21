export { believeJob, type Job } from './believe.ts';
export { jobId } from './consider.ts';
export { exchange } from './exchange.ts';
export { finish } from './finish.ts';
export { ciRoleKind } from './kind/kind.ts';
export { type CiPorts, noCiCloud } from './ports.ts';
export { forgetOldJobs } from './store.ts';
export { extend, plan, stop } from './tend.ts';
export { ciLeaseViews } from './view.ts';
