export {
  type Candidate,
  type Candidates,
  graceMinutes,
  minutesOn,
  replayCandidates,
} from './candidates.ts';
export type { CountedMinute } from './counted-minute.ts';
export type { ExplainedFiring } from './firings.ts';
export type { CountedPart, LogCounts } from './judge-logs.ts';
export { judgedFrom } from './judged-from.ts';
export type { Bucket } from './plot.ts';
export { makeReport, type Report } from './report.ts';
