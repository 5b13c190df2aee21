export { correct } from '../corrections/correct.ts';
export { corrections } from '../corrections/list.ts';
export { uncorrect } from '../corrections/uncorrect.ts';
export { proposals } from '../targets/proposals.ts';
export { propose } from '../targets/propose.ts';
export { accept } from './accept.ts';
export { decline } from './decline.ts';
