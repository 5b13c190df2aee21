import type { Lease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Call } from '../server/call.ts';
import type { Server } from '../server/find-server.ts';
import { hangBell } from './bell.ts';
import type { Progress } from './progress.ts';

/** `active`: it can be used. `over`: nothing more happens. */
export type Goal = 'active' | 'over';

export interface Following {
  readonly server: Server;
  readonly call: Call;
  readonly progress: Progress;
  readonly goal: Goal;
  /** Milliseconds; null to wait as long as it takes. */
  readonly timeout: number | null;
}

/** How long a server may be away before waiting is given up: a restart or a deploy, in milliseconds. */
const longestAbsence = 60_000;

/**
 * Follows a lease until its goal, a final state or the timeout.
 * Events only wake it sooner: the lease itself is read each time, so a lost event loses nothing.
 * Errors: `Failure` when the server stays away or refuses to show the lease.
 */
export async function followLease(
  host: Host,
  following: Following,
  first: Lease,
): Promise<{ readonly lease: Lease; readonly timedOut: boolean }> {
  const { goal, timeout, progress, call } = following;
  const end = timeout === null ? Number.POSITIVE_INFINITY : host.now() + timeout;
  let lease = first;
  let seenAt = host.now();
  progress.show(lease);
  if (isThere(lease, goal)) return { lease, timedOut: false };
  const bell = await hangBell(host, following, first.id);
  try {
    while (!isThere(lease, goal)) {
      if (host.now() >= end) return { lease, timedOut: true };
      try {
        lease = await call('lease.show', { id: first.id });
        seenAt = host.now();
        progress.show(lease);
      } catch (error) {
        if (!isPassing(error) || host.now() - seenAt > longestAbsence) throw error;
        progress.away();
      }
      if (!isThere(lease, goal)) await bell.wait(end - host.now());
    }
    return { lease, timedOut: false };
  } finally {
    bell.close();
  }
}

function isThere({ state }: Lease, goal: Goal): boolean {
  return isFinal(state) || (goal === 'active' && state === 'active');
}

function isPassing(error: unknown): boolean {
  return error instanceof Failure && error.exitCode === 5;
}
