import type { LiveSessions } from '@sekisho/contract';
import type { Tx } from '../../platform/context.ts';
import { readConsent, stateOf } from './consent.ts';
import { longestDocument, statementShape } from './document.ts';
import { fateOf } from './of-lease.ts';
import { type SessionsSettings, sessionsSettings, settingsHash } from './settings.ts';
import { readCompared, readEnds, type SessionEndRow } from './store.ts';
import { readTroubles } from './troubles.ts';

/** Where ending live sessions stands, what is denied now, and how full each policy is. */
export async function liveSessionsView(tx: Tx): Promise<LiveSessions> {
  const { config } = tx;
  const settings = sessionsSettings(config);
  const consent = await readConsent(tx);
  return {
    state: stateOf(tx, consent),
    settings: settings && settingsView(settings),
    hash: settings && settingsHash(config.installation, settings),
    proposedBy: consent?.proposedBy ?? null,
    proposedAt: consent?.proposedAt ?? null,
    approvedBy: consent?.approvedBy ?? null,
    approvedAt: consent?.approvedAt ?? null,
    revokedBy: consent?.revokedBy ?? null,
    management: consent?.management ?? null,
    accounts: await accountViews(tx),
  };
}

function settingsView({ liveSessions, accounts }: SessionsSettings): LiveSessions['settings'] {
  const { roleArn, policy } = liveSessions;
  const covered = accounts.map(({ id, name }) => ({ account: id, accountName: name }));
  return { roleArn, policy, accounts: covered, statement: statementShape };
}

async function accountViews(tx: Tx): Promise<LiveSessions['accounts']> {
  const rows = await readEnds(tx);
  const documents = (await readCompared(tx))?.documents ?? {};
  const troubles = await readTroubles(tx);
  const ids = new Set([
    ...Object.keys(documents),
    ...Object.keys(troubles),
    ...rows.map(({ account }) => account),
  ]);
  return [...ids].sort().map((id) => ({
    account: id,
    accountName: tx.config.access?.accounts.find((one) => one.id === id)?.name ?? id,
    size: documents[id]?.length ?? 0,
    limit: longestDocument,
    trouble: troubles[id]?.code ?? null,
    ends: rows.filter(({ account }) => account === id).map(endView),
  }));
}

function endView(row: SessionEndRow): LiveSessions['accounts'][number]['ends'][number] {
  return {
    ...{ lease: row.lease, person: row.person, permissionSet: row.permission_set },
    issuedBefore: row.issued_before.toISOString(),
    until: row.sessions_until.toISOString(),
    fate: fateOf(row),
    trouble: row.trouble,
  };
}
