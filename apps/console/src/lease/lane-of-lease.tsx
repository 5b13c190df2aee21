import type { AnyLease, Entry } from '@sekisho/contract';
import { Lanes } from '../lanes/lanes.tsx';
import { leaseSpan } from '../lanes/layout.ts';

interface LaneOfLeaseProps {
  readonly lease: AnyLease;
  readonly entries: readonly Entry[];
  readonly now: number;
}

/** The lanes, cut to one lease. */
export function LaneOfLease({ lease, entries, now }: LaneOfLeaseProps) {
  const own = leaseSpan(lease, now) ?? { from: Date.parse(lease.requestedAt), to: now };
  const asked = Math.min(own.from, Date.parse(lease.requestedAt));
  const edge = Math.max(120_000, (own.to - asked) * 0.06);
  return (
    <Lanes
      environments={[{ name: lease.environment, production: lease.production }]}
      leases={[lease]}
      entries={entries}
      span={{ from: asked - edge, to: own.to + edge }}
      now={now}
    />
  );
}
