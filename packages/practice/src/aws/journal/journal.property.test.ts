import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, createBench, launchInput, tagged } from '../testing/bench.ts';
import { World } from '../world/world.ts';
import { openJournal } from './journal.ts';
import type { Kept } from './line.ts';
import { readJournal } from './snapshot.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sekisho-journal-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const lease = fc.constantFrom('L1', 'L2');
const deed = fc.oneof(
  fc.record({ does: fc.constantFrom('launch', 'late', 'terminate', 'arm', 'open'), lease }),
  fc.record({ does: fc.constant('wait'), lease, minutes: fc.nat(2000) }),
);

function perform(bench: Bench, each: { does: string; lease: string; minutes?: number }): void {
  const [first] = bench.world.instancesOfLease(place, each.lease);
  const InstanceId = [first?.id ?? 'i-00000000000000000'];
  bench.world.faults = each.does === 'late' ? [{ kind: 'late', delayMs: 600_000 }] : [];
  switch (each.does) {
    case 'launch':
    case 'late':
      bench.outcome('RunInstances', { ...launchInput, ...tagged({ 'sekisho:lease': each.lease }) });
      return;
    case 'terminate':
      bench.outcome('TerminateInstances', { InstanceId });
      return;
    case 'arm':
      bench.outcome('CreateSchedule', scheduleOf(each.lease, bench.now + 3_600_000));
      return;
    case 'open':
      bench.outcome('StartSession', { Target: InstanceId[0] ?? '' });
      return;
    default:
      bench.now += (each.minutes ?? 0) * 60_000;
      bench.outcome('GetCallerIdentity', {});
  }
}

const place = { account: '222222222222', region: 'ap-northeast-1' };

function scheduleOf(name: string, at: number) {
  return {
    Name: name,
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    ActionAfterCompletion: 'DELETE' as const,
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
      RoleArn: 'arn:aws:iam::222222222222:role/switch',
      Input: JSON.stringify({
        DocumentName: 'Sekisho-TerminateLease',
        Parameters: { Lease: [name], Installation: ['test'] },
      }),
    },
  };
}

function rowsOf(world: World): unknown {
  const tables = Object.entries(world.tables());
  return JSON.parse(
    JSON.stringify(
      tables.map(([name, table]) => [
        name,
        [...table.entries()].sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    ),
  );
}

it('gives back the same world after any life, appended or rewritten', () => {
  let lives = 0;
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 15 }), fc.constantFrom(1, 3000, 1e9), (deeds, size) => {
      const bench = createBench({ pendingMs: 1000, agentMs: 500 });
      lives += 1;
      const path = join(directory, `${lives}.jsonl`);
      const kept = (): Kept => {
        const { clock, faults } = bench.world;
        return { clock, rng: 1, skipped: 0, faults };
      };
      const journal = openJournal(path, bench.world, kept(), size);
      for (const each of deeds) {
        perform(bench, each);
        journal.keep(kept());
      }
      journal.force();
      journal.close();
      const again = new World(bench.world.timing);
      expect(readJournal(path, again)).toEqual(kept());
      expect(rowsOf(again)).toEqual(rowsOf(bench.world));
      expect([again.clock, again.faults]).toEqual([bench.world.clock, bench.world.faults]);
    }),
    { numRuns: 60 },
  );
});
