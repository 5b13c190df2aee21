export { type Incident, type Replay, type ReplayOptions, replay } from './replay.ts';
export type { Firing } from './replay-target.ts';
