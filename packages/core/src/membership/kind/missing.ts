import type { MissingPiece } from '@sekisho/contract';
import type { CloudFailure } from '../../platform/cloud-error.ts';

/** What keeps somebody from joining or leaving a user group, by how the chat fails. */
export const missingByFailure = {
  ...{ 'not-found': 'user-group-gone', denied: 'user-group-denied' },
  ...{ invalid: 'user-group-refused', throttled: 'chat-throttled' },
  ...{ conflict: 'user-group-disabled', 'unknown-outcome': 'chat-unreachable' },
} as const satisfies Partial<Record<CloudFailure, MissingPiece>>;

/** The same, of any failure. */
export function missingOf(failure: CloudFailure): MissingPiece {
  const known: Partial<Record<CloudFailure, MissingPiece>> = missingByFailure;
  return known[failure] ?? 'chat-unreachable';
}
