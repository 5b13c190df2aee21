import { contract } from '@sekisho/contract';
import { hasSteppedUp, ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { consentSubject, readConsent, stateOf, writeConsent } from './consent.ts';
import { needSettings, settingsHash } from './settings.ts';
import { writeCompared } from './store.ts';
import { liveSessionsView } from './view.ts';

/** Agrees to what another admin proposed: exactly that, and while it is still what is configured. */
export const approveLiveSessions = implement(contract['access.live-sessions-approve'], {
  subject: () => consentSubject,
  decide: async (tx, { hash }) => {
    const now = settingsHash(tx.config.installation, needSettings(tx.config));
    const consent = await readConsent(tx);
    const state = stateOf(tx, consent);
    if (hash !== now || state === 'void') throw new AppError('live-sessions-changed', {});
    if (consent === null || state !== 'proposed') {
      throw new AppError('live-sessions-state', { state });
    }
    const approvedBy = ownerOf(tx.principal.id);
    if (approvedBy === consent.proposedBy) throw new AppError('self-approval', {});
    refuseWithoutStepUp(tx);
    await writeConsent(tx, { ...consent, approvedBy, approvedAt: tx.now.toISOString() });
    await writeCompared(tx, null);
    const data = { hash, proposedBy: consent.proposedBy };
    tx.record({ action: 'access.live-sessions-approve', data });
    return liveSessionsView(tx);
  },
});

/** Errors: `step-up-needed` unless somebody has just signed in. */
function refuseWithoutStepUp({ principal, now, config: { url } }: Tx): void {
  if (hasSteppedUp(principal, 'login', now)) return;
  const page = url === null ? '' : `${url}/access`;
  throw new AppError('step-up-needed', { needed: 'login', url: page });
}
