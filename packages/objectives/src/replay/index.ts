export type { WindowShares } from './budget-curve.ts';
export { readIncidents } from './read-incidents.ts';
export {
  type Incident,
  type Replay,
  type Replayer,
  type ReplayOptions,
  replay,
  replayer,
} from './replay.ts';
export type { Firing } from './replay-target.ts';
