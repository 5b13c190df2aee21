import type { LeaseKindName, LeaseState } from '@sekisho/contract';
import { findPerson } from '../../people/index.ts';
import type { Tx } from '../../platform/context.ts';
import { readMoment } from '../../platform/read-input.ts';
import type { LeaseRow } from '../row.ts';
import { leaseHistory } from './store.ts';

/** What verbs that look back are asked for. */
interface Asked {
  readonly kind?: LeaseKindName | undefined;
  readonly search?: string | undefined;
  readonly environment?: string | undefined;
  readonly account?: string | undefined;
  readonly title?: string | undefined;
  readonly purpose?: string | undefined;
  readonly holder?: string | undefined;
  readonly state?: LeaseState | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: number | undefined;
  readonly before?: string | undefined;
}

/** Leases of every state by what somebody typed, newest request first. Errors: `bad-time`, `lease-not-found`. */
export function readHistory(tx: Tx, input: Asked): Promise<LeaseRow[]> {
  return leaseHistory(tx, {
    ...input,
    // People who left the roster are found by their id.
    holder: input.holder && (findPerson(tx.config, input.holder)?.id ?? input.holder),
    since: readMoment(tx, 'since', input.since, 'past'),
    until: readMoment(tx, 'until', input.until, 'past'),
    limit: input.limit ?? 100,
  });
}
