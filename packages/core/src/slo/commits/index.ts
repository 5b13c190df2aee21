export { listPulls } from './list-pulls.ts';
export { askForPulls } from './listing-state.ts';
export { override } from './override.ts';
export { githubPaused, pauseGithub } from './pause.ts';
export type { ListPulls, PullsAnswer, PullsAsked } from './pulls-port.ts';
export { refreshStatuses } from './refresh.ts';
export type { TakenPull } from './store.ts';
export { takePull } from './take-pull.ts';
export { type WantedStatus, wantedStatus } from './wanted-status.ts';
