import type { Config } from '@sekisho/config';
import type { LeaseRow } from '../../leases/index.ts';
import { personOf } from '../../people/index.ts';
import { isStanding, setIn } from '../baseline.ts';
import { lentOfLease } from '../frozen.ts';

/** What live leases and standing access want of one user's assignment. */
export interface AccessDesired {
  /** A lease that wants it; null when none does. */
  readonly lease: LeaseRow | null;
  /** One of them has yet to be given it: it may be made. */
  readonly granting: boolean;
  /** The last one that wanted it, by which its place is known; null before any. */
  readonly last: LeaseRow | null;
  /** When the switch must have taken it away at the latest; null while no lease wants it. */
  readonly until: Date | null;
  /** The person has it all the time, by the configuration of now. */
  readonly standing: boolean;
}

/** The union of what leases want: any of them keeps it, the last hard maximum bounds it. */
export function desiredOf(config: Config, leases: readonly LeaseRow[]): AccessDesired {
  const live = leases.filter(({ state }) => state === 'granting' || state === 'active');
  const granted = leases.filter(({ granted_at }) => granted_at !== null);
  const maxima = live.flatMap(({ hard_maximum }) => (hard_maximum === null ? [] : [+hard_maximum]));
  return {
    lease: live[0] ?? null,
    granting: live.some(({ state }) => state === 'granting'),
    last: live[0] ?? granted.at(-1) ?? null,
    until: maxima.length === 0 ? null : wholeSecond(Math.max(...maxima)),
    standing: granted.some((lease) => standsFor(config, lease)),
  };
}

/** Schedules fire at whole seconds: not before the moment itself. */
function wholeSecond(at: number): Date {
  return new Date(Math.ceil(at / 1000) * 1000);
}

function standsFor(config: Config, lease: LeaseRow): boolean {
  const found = setIn(config.access, lease.frozen.account, lentOfLease(lease).permissionSet);
  const person = personOf(config, lease.holder);
  return found !== undefined && person !== undefined && isStanding(found.set, person);
}
