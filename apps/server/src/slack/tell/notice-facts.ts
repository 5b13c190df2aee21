import { canExtend, nameOf } from '@sekisho/cards';
import type { OpsLease } from '@sekisho/contract';
import type { NoticeFacts, NoticeName } from '@sekisho/words';
import type { Reader } from '../reader.ts';

type Facts = Readonly<Record<string, unknown>>;

const personal = ['requester', 'approver', 'by', 'from', 'to'];

/**
 * Facts of a notice as one reader reads them: what the order says, filled up from the lease as it
 * is now; ids of people become their names.
 */
export function factsFor<Name extends NoticeName>(
  lease: OpsLease | null,
  given: Facts,
  reader: Reader,
): NoticeFacts[Name] {
  const facts: Record<string, unknown> = { ...(lease === null ? {} : factsOf(lease, reader)) };
  for (const [key, value] of Object.entries(given)) if (value !== undefined) facts[key] = value;
  for (const key of personal) {
    const id = facts[key];
    if (typeof id === 'string') facts[key] = nameOf(id, reader);
  }
  return facts as unknown as NoticeFacts[Name];
}

function factsOf(lease: OpsLease, { now }: Reader): Facts {
  const { id, environment, requester, durationSeconds, reason, deadline, missing } = lease;
  return {
    ...{ id, environment, requester, durationSeconds, reason, deadline, missing },
    by: lease.requester,
    to: lease.holder,
    from: lease.requester,
    approver: lease.approvals.at(-1)?.approver ?? '',
    costTotal: lease.costPerHour === null ? null : (lease.costPerHour * durationSeconds) / 3600,
    instanceId: lease.instanceId ?? '',
    canExtend: canExtend(lease, now),
    ending: lease.ending ?? 'returned',
    cost: lease.costSoFar,
  };
}
