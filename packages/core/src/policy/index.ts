export { budgetsNow, budgetsOf } from './budgets-now.ts';
export { needEnvironment } from './environment.ts';
export { explain } from './explain.ts';
export { type Judgement, judge, type Moment } from './judge.ts';
export { withinWorkingHours } from './working-hours.ts';
