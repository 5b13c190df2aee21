import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { liveSessionsView } from './view.ts';

export const showLiveSessions = implement(contract['access.live-sessions'], {
  decide: (tx) => liveSessionsView(tx),
});
