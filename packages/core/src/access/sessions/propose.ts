import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { askCloud } from '../../platform/cloud-failure.ts';
import type { Tx } from '../../platform/context.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import { scopeOfCenter } from '../find-account.ts';
import { type AccessPorts, needAccessCloud } from '../ports.ts';
import { type Consent, consentSubject, readConsent, stateOf, writeConsent } from './consent.ts';
import { needSettings, type SessionsSettings, settingsHash } from './settings.ts';
import { liveSessionsView } from './view.ts';
import { isSamePlace, readWritten, writtenWith } from './written.ts';

/** Proposes what is configured now; what was agreed to before holds no more. */
export const proposeLiveSessions = implement(contract['access.live-sessions-propose'], {
  subject: () => consentSubject,
  prepare: async ({ house, ports }: PrepareScope<AccessPorts>) => {
    const settings = needSettings(house.config());
    if (ports.sessions === undefined) throw new AppError('live-sessions-off', {});
    const cloud = needAccessCloud(ports);
    const accounts = await askCloud(() => cloud.accounts(scopeOfCenter(settings)));
    return { management: accounts.find((account) => account.management)?.id ?? null };
  },
  decide: async (tx, { reason }, { management }) => {
    const settings = needSettings(tx.config);
    const hash = settingsHash(tx.config.installation, settings);
    const before = await readConsent(tx);
    const state = stateOf(tx, before);
    if (state === 'approved') throw new AppError('live-sessions-state', { state });
    await refuseBeforeCleanUp(tx, before, settings);
    const proposedBy = ownerOf(tx.principal.id);
    const proposal = { hash, management, proposedBy, proposedAt: tx.now.toISOString() };
    await writeConsent(tx, { ...proposal, approvedBy: null, approvedAt: null, revokedBy: null });
    const data = { hash, management };
    tx.record({ action: 'access.live-sessions-propose', data, texts: { reason } });
    return liveSessionsView(tx);
  },
});

/**
 * What was revoked is taken away before anything new is agreed to, and what another role or name wrote:
 * nobody would look for it there any more. Errors: `live-sessions-state`.
 */
async function refuseBeforeCleanUp(
  tx: Tx,
  before: Consent | null,
  settings: SessionsSettings,
): Promise<void> {
  const written = await readWritten(tx);
  if (written === null) return;
  const goesOn = before?.revokedBy === null && isSamePlace(written, writtenWith(settings, null));
  if (!goesOn) throw new AppError('live-sessions-state', { state: 'cleaning' });
}
