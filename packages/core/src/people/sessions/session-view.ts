import type { OutputOf } from '@sekisho/contract';
import type { SessionRow } from './store.ts';

/** A session as doors show one: never its secret, never its hash. */
export function sessionView(
  row: SessionRow,
  current: string | undefined,
): OutputOf<'session.list'>[number] {
  return {
    id: row.id,
    person: row.person,
    kind: row.kind,
    client: row.client,
    address: row.address,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    current: row.id === current,
  };
}
