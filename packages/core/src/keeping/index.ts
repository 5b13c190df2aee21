export type { KeepingCloud, KeepingPorts } from './cloud.ts';
export { judgeKept, readKept } from './judge-kept.ts';
export { keepingLoops } from './loops.ts';
export { shownPlace } from './stops.ts';
