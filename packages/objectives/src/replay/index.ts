// What stands on replaying is reached through here: no other part of this package needs it.
export type * from '../report/index.ts';
export {
  graceMinutes,
  judgedFrom,
  makeReport,
  minutesOn,
  replayCandidates,
} from '../report/index.ts';
export type * from '../review/index.ts';
export {
  attribute,
  calendarMonth,
  causeKinds,
  correctedShares,
  monthAt,
  monthOf,
} from '../review/index.ts';
export type * from '../suggest/index.ts';
export { failuresAllowed, suggest, usualTargets } from '../suggest/index.ts';
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
