import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bench, createBench, launchInput, tagged } from '../testing/bench.ts';
import type { Fault } from '../world/faults.ts';

const minute = 60_000;
const token = fc.constantFrom('A', 'B', 'C');
const faultKind = fc.constantFrom<Fault['kind'][]>(
  'throttle',
  'capacity',
  'lost-answer',
  'lost-request',
  'late',
  'invisible',
  'launch-fails',
  'lingering',
);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('launch' as const), token }) },
  fc.record({ does: fc.constant('mismatch' as const), token }),
  fc.record({ does: fc.constant('terminate' as const), token }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.nat(45) }),
  fc.record({
    does: fc.constant('fault' as const),
    kind: faultKind,
    times: fc.integer({ min: 1, max: 3 }),
    delayMs: fc.nat(90 * minute),
  }),
);

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

function perform(bench: Bench, each: Deed): void {
  switch (each.does) {
    case 'launch':
      bench.outcome('RunInstances', { ...launchInput, ClientToken: each.token });
      return;
    case 'mismatch':
      bench.outcome('RunInstances', {
        ...launchInput,
        ...tagged({ other: 'yes' }),
        ClientToken: each.token,
      });
      return;
    case 'terminate': {
      const known = instancesOf(bench, each.token);
      if (known.length > 0) bench.outcome('TerminateInstances', { InstanceId: known });
      return;
    }
    case 'wait':
      bench.now += each.minutes * minute;
      return;
    case 'fault': {
      const { kind, times, delayMs } = each;
      bench.world.faults = [...bench.world.faults, { kind, times, delayMs }];
    }
  }
}

function instancesOf(bench: Bench, clientToken: string): string[] {
  return [...bench.world.instances.values()]
    .filter((instance) => instance.clientToken === clientToken)
    .map(({ id }) => id);
}

// At most thirty waits of 45 minutes: no token is old enough to be forgotten.
it('never launches two instances for one token, whatever interleaves', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), fc.integer(), (deeds, seedNumber) => {
      const bench = createBench(
        { pendingMs: 2000, visibleMs: 500, shuttingDownMs: 2000 },
        seedNumber,
      );
      for (const each of deeds) {
        perform(bench, each);
        for (const clientToken of ['A', 'B', 'C']) {
          expect(instancesOf(bench, clientToken).length).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 300 },
  );
});
