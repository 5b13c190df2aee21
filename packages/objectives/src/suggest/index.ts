export { type Doubt, failuresAllowed } from './doubts.ts';
export { type Against, type Judged, type Suggestion, suggest, usualTargets } from './suggest.ts';
