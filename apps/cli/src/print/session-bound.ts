import { liveSessionsText } from '@sekisho/cards/live-sessions';
import type { AnyLease, Lease } from '@sekisho/contract';
import type { Style } from './style.ts';

/** What becomes of sessions that are open when lent access ends, as the card says it; empty for other leases. */
export function sessionBound(lease: Lease | AnyLease, style: Style): string {
  if (!('liveSessions' in lease)) return '';
  const text = liveSessionsText(lease, style);
  return text === '' ? '' : `${text}\n`;
}
