export { override } from './override.ts';
export { refreshStatuses } from './refresh.ts';
export type { TakenPull } from './store.ts';
export { takePull } from './take-pull.ts';
export { type WantedStatus, wantedStatus } from './wanted-status.ts';
