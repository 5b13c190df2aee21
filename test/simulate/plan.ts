import fc from 'fast-check';

/** What people do with one lease, and when (seconds after it was asked for). */
export interface LifePlan {
  readonly who: 'engineer' | 'sre' | 'support';
  readonly environment: 'staging' | 'production' | 'sandbox';
  readonly minutes: number;
  readonly askedAt: number;
  /** Seconds until it is meant to start; 0 for at once. */
  readonly later: number;
  readonly acts: readonly Act[];
}

export interface Act {
  readonly after: number;
  readonly act: ActName;
  /** Clicked twice at the same moment. */
  readonly twice: boolean;
  /** Delivered again with the same key. */
  readonly replayed: boolean;
}

export const actNames = [
  'approve',
  'approve-own',
  'deny',
  'withdraw',
  'extend',
  'hold',
  'handover',
  'replace',
  'stop',
  'open-session',
  'hold-process',
  'stop-timers',
  'kill-agent',
] as const;
export type ActName = (typeof actNames)[number];

export interface WorldPlan {
  readonly seed: number;
  /** What is lent: a server to each lease, or places in groups that leases share. */
  readonly lends: 'servers' | 'groups';
  readonly lives: readonly LifePlan[];
  /** Seconds after the start; null when nobody stops everything. */
  readonly stopAllAt: number | null;
  /** When Sekisho dies for good; null when it lives. What a group lends ends by Sekisho alone. */
  readonly deadAt: number | null;
  /** AWS answers nothing at all, from and until. */
  readonly outage: readonly [number, number] | null;
}

const second = (maximum: number) => fc.integer({ min: 0, max: maximum });

/** Null but for once in so many times. */
function seldom<T>(times: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  const never = { arbitrary: fc.constant(null), weight: times - 1 };
  return fc.oneof(never, { arbitrary: value, weight: 1 });
}

const act = fc.record<Act>({
  after: second(1500),
  act: fc.constantFrom(...actNames),
  twice: fc.boolean(),
  replayed: fc.boolean(),
});

/** Somebody types when the server is handed over. */
const handedOver = second(1200).map<Act[]>((after) => [
  { after, act: 'open-session', twice: false, replayed: false },
  { after: after + 30, act: 'handover', twice: false, replayed: false },
]);

const approval = fc.record<Act>({
  after: second(400),
  act: fc.constantFrom('approve', 'approve', 'approve', 'approve', 'deny', 'approve-own'),
  twice: fc.boolean(),
  replayed: fc.boolean(),
});

const life = fc
  .record({
    who: fc.constantFrom<LifePlan['who']>('engineer', 'engineer', 'sre', 'support'),
    environment: fc.constantFrom<LifePlan['environment']>('staging', 'production', 'sandbox'),
    minutes: fc.integer({ min: 3, max: 25 }),
    askedAt: second(900),
    later: fc.constantFrom(0, 0, 0, 0, 120, 300),
    approval,
    acts: fc.array(fc.oneof(act, act, handedOver), { maxLength: 3 }),
  })
  .map<LifePlan>(({ approval: first, acts, ...rest }) => ({
    ...rest,
    acts: [...(rest.environment === 'production' ? [first] : []), ...acts.flat()].toSorted(
      (a, b) => a.after - b.after,
    ),
  }));

/** A world of so many lives. */
export function worldPlan(lives: number): fc.Arbitrary<WorldPlan> {
  return fc.record<WorldPlan>({
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    lends: fc.constantFrom('servers', 'servers', 'servers', 'servers', 'groups'),
    lives: fc.array(life, { minLength: lives, maxLength: lives, size: 'max' }),
    // By then there is something to stop.
    stopAllAt: seldom(4, fc.integer({ min: 150, max: 2000 })),
    deadAt: seldom(7, fc.integer({ min: 300, max: 2400 })),
    outage: seldom(
      2,
      fc.tuple(second(1500), second(600)).map(([from, long]) => [from, from + long] as const),
    ),
  });
}
