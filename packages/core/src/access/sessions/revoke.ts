import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { consentSubject, readConsent, stateOf, writeConsent } from './consent.ts';
import { writeCompared } from './store.ts';
import { liveSessionsView } from './view.ts';

/** Ends the agreement at once; passes take every denial away, by what it was written with, whatever is configured. */
export const revokeLiveSessions = implement(contract['access.live-sessions-revoke'], {
  subject: () => consentSubject,
  decide: async (tx, { reason }) => {
    const consent = await readConsent(tx);
    if (consent === null || consent.revokedBy !== null) {
      throw new AppError('live-sessions-state', { state: stateOf(tx, consent) });
    }
    await writeConsent(tx, { ...consent, revokedBy: ownerOf(tx.principal.id) });
    await writeCompared(tx, null);
    const data = { hash: consent.hash };
    tx.record({ action: 'access.live-sessions-revoke', data, texts: { reason } });
    return liveSessionsView(tx);
  },
});
