export type { KeepingCloud, KeepingPorts, KeptLock, KeptObject } from './cloud.ts';
export { checkpointIn, judgeKept, type KeptVerdict } from './judge-kept.ts';
export { keepCheckpoint, keepingLoops } from './keep-checkpoint.ts';
