export { agreementCard } from './agreement-card.ts';
export { approvalCard, reminderCard } from './asking-cards.ts';
export {
  type Block,
  barText,
  cutEscaped,
  escapeSlack,
  productionRed,
  slackLimits,
  toBlocks,
} from './block-kit.ts';
export { type Action, type ActionId, actionIds, type Bar, type Card, type Part } from './card.ts';
export { ciFacts } from './ci-parts.ts';
export { escapeHtml, toHtml } from './html.ts';
export { canExtend, leaseActions } from './lease-actions.ts';
export { leaseCard, mustAgree } from './lease-card.ts';
export { barOf } from './lease-time.ts';
export { mostRows, whoHasWhatCard } from './list-card.ts';
export { liveSessionsText } from './live-sessions.ts';
export { membershipFacts, spanText } from './membership-parts.ts';
export {
  type CardOptions,
  linkToSession,
  linkToSessions,
  nameOf,
  type SessionsAsked,
} from './options.ts';
export { mostPlanRisks, type PlanOnCard, planFacts, planParts } from './plan-part.ts';
export { quoteCard, refusalCard } from './quote-card.ts';
export { reviewCard } from './review-card.ts';
export { sloCard } from './slo-card.ts';
export { pagesCard, sloListCard } from './slo-list-card.ts';
export { mostChanges, sloPageCard } from './slo-page-card.ts';
export { appliesPlan, stateLockNotice } from './state-lock.ts';
export { type TerminalOptions, toTerminal } from './terminal.ts';
export { toText } from './text.ts';
export { accessFacts, placeOf, titleOf } from './what-is-lent.ts';
