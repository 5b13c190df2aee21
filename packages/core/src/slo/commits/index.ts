export type { CommitStatus, CommitWhy } from './commit-status.ts';
export { override } from './override.ts';
export { refreshStatuses } from './refresh.ts';
export type { TakenPull } from './store.ts';
export { type Taken, takePull } from './take-pull.ts';
export { type WantedStatus, wantedStatus } from './wanted-status.ts';
