import { appliesPlan, canExtend, nameOf, titleOf } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import type { NoticeFacts, NoticeName } from '@sekisho/words';
import type { Reader } from '../reader.ts';

type Facts = Readonly<Record<string, unknown>>;

const personal = ['requester', 'approver', 'by', 'from', 'to', 'person'];

/**
 * Facts of a notice as one reader reads them: what the order says, filled up from the lease as it
 * is now; ids of people become their names.
 */
export function factsFor<Name extends NoticeName>(
  lease: AnyLease | null,
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

function factsOf(lease: AnyLease, { now }: Reader): Facts {
  const { id, kind, environment, requester, durationSeconds, reason, deadline, missing } = lease;
  return {
    ...{
      id,
      kind,
      title: titleOf(lease),
      environment,
      requester,
      durationSeconds,
      reason,
      deadline,
      missing,
    },
    by: lease.requester,
    to: lease.holder,
    from: lease.requester,
    approver: lease.approvals.at(-1)?.approver ?? '',
    ...serverFacts(lease),
    canExtend: canExtend(lease, now),
    applies: appliesPlan(lease),
    ending: lease.ending ?? 'returned',
  };
}

/** What only a server has: other things cost nothing by the hour. */
function serverFacts(lease: AnyLease): Facts {
  if (lease.kind !== 'ops-server') return { costTotal: null, instanceId: '', cost: null };
  const { costPerHour, durationSeconds, instanceId, costSoFar } = lease;
  const costTotal = costPerHour === null ? null : (costPerHour * durationSeconds) / 3600;
  return { costTotal, instanceId: instanceId ?? '', cost: costSoFar };
}
