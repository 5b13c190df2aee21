export { needEnvironment } from './environment.ts';
export { explain } from './explain.ts';
export { type Judgement, judge } from './judge.ts';
export { withinWorkingHours } from './working-hours.ts';
