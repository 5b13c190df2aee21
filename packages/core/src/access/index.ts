export { accounts } from './accounts.ts';
export { burden } from './burden/burden.ts';
export { could } from './could.ts';
export { drift } from './drift/drift.ts';
export { beginGraceAnew } from './drift/store.ts';
export { extend } from './extend.ts';
export { needAccess, needAccount, needSet, scopeOfCenter } from './find-account.ts';
export { freezeAll } from './freeze.ts';
export { lentOfLease } from './frozen.ts';
export { permissionSetKind } from './kind/kind.ts';
export { accessLimits } from './limits.ts';
export { list } from './list.ts';
export { accessLoops, liveSessionLoops } from './loops.ts';
export { type AccessPorts, needAccessCloud, noAccessCloud } from './ports.ts';
export { request } from './request.ts';
export { giveBack } from './return.ts';
export {
  approveLiveSessions,
  proposeLiveSessions,
  revokeLiveSessions,
  sessionLimits,
  showLiveSessions,
} from './sessions/index.ts';
export { show } from './show.ts';
export { targetOfAccess } from './target.ts';
export { accessLeaseViews } from './view.ts';
