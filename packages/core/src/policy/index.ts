export { budgetsNow, budgetsOf } from './budgets-now.ts';
export { needEnvironment, placeOfEnvironment } from './environment.ts';
export { explain } from './explain.ts';
export { type Judgement, judge, type Moment, type Place } from './judge.ts';
export { rulesLending } from './rules-lending.ts';
export { toldJudgement } from './told.ts';
export { withinWorkingHours } from './working-hours.ts';
