import type { OutputOf } from '@sekisho/contract';
import type { TokenRow } from './store.ts';

/** A token as doors show one: never its secret, never its hash. */
export function tokenView(row: TokenRow): OutputOf<'token.list'>[number] {
  return {
    id: row.id,
    name: row.name,
    owner: row.owner,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
