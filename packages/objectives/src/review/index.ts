export {
  type Attribution,
  attribute,
  type Cause,
  type CauseKind,
  causeKinds,
  type Share,
  type Stretch,
} from './attribute.ts';
export { calendarMonth, type Month, monthAt, monthOf } from './month.ts';
