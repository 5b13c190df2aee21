export type { KeepingCloud, KeepingPorts } from './cloud.ts';
export { type Judged, judgeAll, lookAtKept } from './judge-all.ts';
export { keepingLoops } from './loops.ts';
export { shownPlace } from './stops.ts';
