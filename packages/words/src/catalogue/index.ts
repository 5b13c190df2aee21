export {
  type AgreementReader,
  agreedText,
  askedText,
  needsText,
  subjectText,
  whenText,
} from './agreement-texts.ts';
export {
  agreementGlyph,
  agreementStateName,
  agreementStateNames,
  formatPercent,
  sideNames,
} from './agreements.ts';
export { type ShortBudgetFacts, shortBudgetText } from './budgets.ts';
export { type CiStanding, ciMessage } from './ci.ts';
export {
  daysSince,
  imageAgeText,
  imageChangesText,
  nextImageText,
  oldImageText,
} from './image-age.ts';
export * from './leases.ts';
export { missingText } from './missing.ts';
export { cutsOff, stateLockText } from './state-lock.ts';
export { whoText } from './who.ts';
export type { WhyAndFix } from './why-and-fix.ts';
