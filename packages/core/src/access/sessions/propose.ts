import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { askCloud } from '../../platform/cloud-failure.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import { scopeOfCenter } from '../find-account.ts';
import { type AccessPorts, needAccessCloud } from '../ports.ts';
import { consentSubject, readConsent, stateOf, writeConsent } from './consent.ts';
import { needSettings, settingsHash } from './settings.ts';
import { liveSessionsView } from './view.ts';

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
    const hash = settingsHash(tx.config.installation, needSettings(tx.config));
    const state = stateOf(tx, await readConsent(tx));
    if (state === 'approved') throw new AppError('live-sessions-state', { state });
    const proposedBy = ownerOf(tx.principal.id);
    const proposal = { hash, management, proposedBy, proposedAt: tx.now.toISOString() };
    await writeConsent(tx, { ...proposal, approvedBy: null, approvedAt: null, revokedBy: null });
    const data = { hash, management };
    tx.record({ action: 'access.live-sessions-propose', data, texts: { reason } });
    return liveSessionsView(tx);
  },
});
