import type { SessionKind } from '@sekisho/contract';
import type { ForwardedTo } from '../store.ts';

const place = /(?:^|[\s(])([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?):(\d{1,5})(?=$|[\s),;])/;

/**
 * Where a session was opened to forward to, as whoever opened it says: Session Manager does not tell
 * with what parameters it was. Our own command writes HOST:PORT into the reason.
 */
export function saidTarget(kind: SessionKind, reason: string | null): readonly ForwardedTo[] {
  if (kind !== 'forward' || reason === null) return [];
  const [, host, digits = ''] = place.exec(reason) ?? [];
  const port = Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? [] : [{ host, port, by: 'reason' }];
}
