export type { RecordingCloud } from './cloud.ts';
export { recordingLimits } from './limits.ts';
export { sessions } from './list.ts';
export { recordingLoops } from './loops.ts';
export { replay } from './replay/replay.ts';
export { grep } from './search/grep.ts';
export { showSession } from './show.ts';
