export { agreementOn, refuseTooFewApprovals, wasShown } from './agreement.ts';
export { approve } from './approve.ts';
export { costOf } from './cost.ts';
export { deny } from './deny.ts';
export { isDraining } from './draining.ts';
export { createClaimedWrites } from './engine/claimed-lease.ts';
export type { Engine } from './engine/engine.ts';
export { reconcile } from './engine/reconcile.ts';
export { engineSteps } from './engine/steps.ts';
export { releaseDeadClaims } from './engine/store.ts';
export { placeKey } from './engine/work.ts';
export { extendLease } from './extend-lease.ts';
export { frozenHash } from './frozen-hash.ts';
export { type EngineHealth, readHealth } from './health/store.ts';
export { readHistory } from './history/read.ts';
export {
  firstLeaseAt,
  type LentOften,
  leaseHistory,
  leasesById,
  leasesDuring,
  leasesOfServers,
  lentByTitle,
} from './history/store.ts';
export type { Control, LeaseKind, LeaseKinds, Memo, Observation } from './kind.ts';
export { memosOf } from './memos/store.ts';
export { about, beginRevoking, move, redraw } from './move.ts';
export { announce, lentOf, page, tell } from './notify.ts';
export { openLease } from './open.ts';
export { extendParts } from './parts/extend-parts.ts';
export { partsOfAll } from './parts/store.ts';
export { resume } from './resume.ts';
export { returnLease } from './return-lease.ts';
export { review } from './review.ts';
export { refuseWhileReviewOwed } from './review-owed.ts';
export type { Frozen, LeaseRow, TargetRow } from './row.ts';
export { pageWith, refuseUnlessShown } from './show-again.ts';
export { spentByWeek } from './spending/store.ts';
export { tellWeek } from './spending/tell-week.ts';
export { mondayBefore } from './spending/weeks.ts';
export { startOf, startsLater } from './start-of.ts';
export { stopAll } from './stop-all.ts';
export {
  hasAnyLease,
  leaseSubject,
  lockLease,
  needLease,
  openLeaseIds,
  openLeases,
  statesOf,
  updateLease,
  wakeTarget,
} from './store.ts';
export { needActive, refuseUnlessTender } from './tender.ts';
export { leaseViews } from './view.ts';
export { withdraw } from './withdraw.ts';
