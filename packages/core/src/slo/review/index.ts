export { reviewAction, reviewDone } from './actions.ts';
export { reviewDecide } from './decide.ts';
export { review } from './review.ts';
export { reviewStart } from './start.ts';
