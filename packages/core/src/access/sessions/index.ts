export { approveLiveSessions } from './approve.ts';
export { endLiveSessions } from './end-live-sessions.ts';
export { sessionLimits } from './limits.ts';
export { sessionsOfLeases } from './of-lease.ts';
export { proposeLiveSessions } from './propose.ts';
export { revokeLiveSessions } from './revoke.ts';
export { showLiveSessions } from './show.ts';
