export type { KeepingCloud, KeepingPorts } from './cloud.ts';
export { checkpointIn, judgeKept } from './judge-kept.ts';
export { keepingLoops } from './keep-checkpoint.ts';
