// What stands on replaying is reached through here: no other part of this package needs it.
export type * from '../report/index.ts';
export { makeReport, replayCandidates } from '../report/index.ts';
export type * from '../suggest/index.ts';
export { failuresAllowed, suggest } from '../suggest/index.ts';
export { readIncidents } from './read-incidents.ts';
export { type Incident, type Replay, type ReplayOptions, replay } from './replay.ts';
export type { Firing } from './replay-target.ts';
