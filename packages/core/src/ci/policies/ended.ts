import { documentOf, leaseTag, policyPrefix, type Statement } from './document.ts';

/** The inline policy that ends sessions of leases one by one. */
export const endedPolicyName = `${policyPrefix}ended`;

export interface EndedLease {
  readonly lease: string;
  /** When the last of its sessions expires (ISO 8601): from then on nothing has to be denied. */
  readonly sessionsUntil: string;
}

export interface EndedOrder {
  readonly ended: readonly EndedLease[];
  /** Every lease of the role that has sessions, or may be given one before the policy is written anew. */
  readonly live: readonly string[];
  /** ISO 8601. */
  readonly now: string;
  /** Characters that the policy may have: @see roomBeside */
  readonly room: number;
}

export interface EndedPolicy {
  /** Null when there is nothing to deny: the policy is then to be deleted. */
  readonly document: string | null;
  /**
   * `ended` names what is denied. `live` names what is not: every other session that bears a lease's
   * tag is denied, so a lease that comes later has to be written here before it gets credentials.
   */
  readonly names: 'ended' | 'live';
  /** Ended leases that are not denied because neither list had room; their sessions expire by themselves. */
  readonly left: readonly string[];
}

/** A clock that differs from AWS's by more could not sign a call: until then what has expired may live. */
export const clockSkewSeconds = 300;

/**
 * A policy that denies everything to sessions of ended leases, whatever else allows it, and nothing
 * to those of live ones.
 *
 * It names the ended leases whose sessions may still be alive. When that list has no room, it names
 * the live ones instead and denies every other session of a lease: nothing that ended escapes, and no
 * live lease is cut. When that has no room either, it names as many ended leases as it can, those
 * first whose sessions last longest, and tells which are left.
 */
export function endedPolicy({ ended, live, now, room }: EndedOrder): EndedPolicy {
  const isLive = new Set(live);
  const past = Date.parse(now) - clockSkewSeconds * 1000;
  const alive = ended
    .filter(({ lease, sessionsUntil }) => !isLive.has(lease) && !(Date.parse(sessionsUntil) < past))
    .sort((a, b) => Date.parse(b.sessionsUntil) - Date.parse(a.sessionsUntil));
  const leases = [...new Set(alive.map(({ lease }) => lease))];
  if (leases.length === 0) return { document: null, names: 'ended', left: [] };
  const whole = denyEnded(leases);
  if (whole.length <= room) return { document: whole, names: 'ended', left: [] };
  const others = denyOthers([...isLive]);
  if (others.length <= room) return { document: others, names: 'live', left: [] };
  const count = fitting(leases, room);
  const document = count === 0 ? null : denyEnded(leases.slice(0, count));
  return { document, names: 'ended', left: leases.slice(count) };
}

function denyEnded(leases: readonly string[]): string {
  return deny({ StringEquals: { [tagKey]: leases.toSorted() } });
}

/** A session without the tag is none of a lease: it is left alone. */
function denyOthers(live: readonly string[]): string {
  const tagged = { Null: { [tagKey]: 'false' } };
  // A condition without values is refused by IAM; where no lease lives, every tagged session goes.
  return deny(
    live.length === 0 ? tagged : { ...tagged, StringNotEquals: { [tagKey]: live.toSorted() } },
  );
}

const tagKey = `aws:PrincipalTag/${leaseTag}`;

function deny(Condition: NonNullable<Statement['Condition']>): string {
  return documentOf([{ Effect: 'Deny', Action: '*', Resource: '*', Condition }]);
}

/** How many of the leases a policy of this length can name. */
function fitting(leases: readonly string[], room: number): number {
  let left = room - denyEnded([]).length;
  let count = 0;
  for (const lease of leases) {
    // With its quotes, and a comma after the first.
    left -= JSON.stringify(lease).length + (count === 0 ? 0 : 1);
    if (left < 0) break;
    count += 1;
  }
  return count;
}
