import type { OutputOf } from '@sekisho/contract';
import type { PasskeyRow } from './store.ts';

/** A passkey as doors show one. */
export function passkeyView(row: PasskeyRow): OutputOf<'passkey.list'>[number] {
  return {
    id: row.id,
    person: row.person,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
