export {
  type Attribution,
  attribute,
  type Cause,
  type CauseKind,
  causeKinds,
  type Share,
  type Stretch,
} from './attribute.ts';
export { type CorrectedShare, correctedShares } from './corrected-shares.ts';
export { calendarMonth, type Month, monthAt, monthOf } from './month.ts';
