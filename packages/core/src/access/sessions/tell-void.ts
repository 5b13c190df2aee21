import { page } from '../../leases/index.ts';
import type { Tx } from '../../platform/context.ts';
import { type Consent, type Mandate, stateOf, writeConsent } from './consent.ts';
import { type SessionEnd, sessionKey } from './ends.ts';
import { keyOfRow, type SessionEndRow } from './store.ts';

/**
 * Tells once that what two admins agreed to is not what is configured any more, and how many ends AWS
 * will not hear of. What is configured as agreed again may become void again.
 */
export async function tellVoid(
  tx: Tx,
  { consent, may }: Mandate,
  { ends, rows }: { readonly ends: readonly SessionEnd[]; readonly rows: readonly SessionEndRow[] },
): Promise<void> {
  if (may === 'deny' && consent.voidAt !== undefined) await writeConsent(tx, holding(consent));
  const isVoid = may === 'trim' && consent.approvedAt !== null;
  if (!isVoid || consent.voidAt !== undefined) return;
  const at = tx.now.toISOString();
  await writeConsent(tx, { ...consent, voidAt: at });
  const pending = countPending(ends, rows);
  const facts = { state: stateOf(tx, consent), pending };
  const about = { subject: 'live-sessions', lease: null, environment: null };
  tx.record({ ...about, action: 'access.live-sessions-void', data: facts });
  // Two replicas with two configurations would take turns: not a page for each.
  page(tx, 'sessions-void', { pending }, `sessions-void:${consent.hash}:${at.slice(0, 13)}`);
}

function holding({ voidAt: _at, ...consent }: Consent): Consent {
  return consent;
}

/** Ends of which AWS knows nothing. */
function countPending(ends: readonly SessionEnd[], rows: readonly SessionEndRow[]): number {
  const settled = rows.filter(({ stands, pending }) => stands === true || !pending);
  const times = new Map(settled.map((row) => [keyOfRow(row), row.issued_before.getTime()]));
  return ends.filter((end) => (times.get(sessionKey(end)) ?? 0) < end.issuedBefore.getTime())
    .length;
}
