import { describe, expect, it } from 'vitest';
import { type Bench, createBench, start, tagged } from '../testing/bench.ts';
import { actOnMachine, type MachineAct } from './act.ts';

const minute = 60_000;
const tags = {
  'sekisho:installation': 'test',
  'sekisho:lease': 'L1',
  'sekisho:hard-maximum': new Date(start + 60 * minute).toISOString(),
};
const act = (bench: Bench, each: MachineAct) =>
  actOnMachine(bench.world, each, bench.now, bench.rng);

describe('the timer on the machine', () => {
  it('shuts the machine down at the hard maximum, although nobody calls', () => {
    const bench = createBench();
    bench.launch(tagged(tags));
    bench.now += 60 * minute - 1;
    expect(bench.states()).toEqual(['running']);
    bench.now += 1;
    expect(bench.states()).toEqual(['terminated']);
  });

  it('obeys a hard maximum that was moved', () => {
    const bench = createBench();
    const ResourceId = [bench.launch(tagged(tags))];
    const Value = new Date(start + 30 * minute).toISOString();
    bench.call('CreateTags', { ResourceId, Tag: [{ Key: 'sekisho:hard-maximum', Value }] });
    bench.now += 30 * minute;
    expect(bench.states()).toEqual(['terminated']);
  });

  it('cannot read the tags unless the launch let it', () => {
    const bench = createBench();
    bench.launch({ ...tagged(tags), MetadataOptions: { InstanceMetadataTags: 'disabled' } });
    bench.now += 61 * minute;
    expect(bench.states()).toEqual(['running']);
  });

  it('is stopped by root, whose machine the schedule ends all the same', () => {
    const bench = createBench();
    const instanceId = bench.launch(tagged(tags));
    bench.call('CreateSchedule', {
      Name: 'L1',
      ScheduleExpression: 'at(2026-05-01T01:10:00)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
        RoleArn: 'arn:aws:iam::222222222222:role/switch',
        Input: JSON.stringify({
          DocumentName: 'Sekisho-TerminateLease',
          Parameters: { Lease: ['L1'], Installation: ['test'] },
        }),
      },
    });
    act(bench, { act: 'stop-timers', instanceId });
    bench.now += 69 * minute;
    expect(bench.states()).toEqual(['running']);
    bench.now += minute;
    expect(bench.states()).toEqual(['terminated']);
  });
});

describe('a held process', () => {
  const beat = (bench: Bench) =>
    bench.call('DescribeInstances', {}).reservationSet[0]?.instancesSet[0]?.tagSet[0]?.value;

  it('renews the heartbeat tag every minute until it is released', () => {
    const bench = createBench();
    const instanceId = bench.launch();
    act(bench, { act: 'hold-process', instanceId });
    bench.now += 2.5 * minute;
    expect(beat(bench)).toBe(new Date(start + 2 * minute).toISOString());
    act(bench, { act: 'release-process', instanceId });
    bench.now += 5 * minute;
    expect(beat(bench)).toBe(new Date(start + 2 * minute).toISOString());
  });

  it('dies by a reboot', () => {
    const bench = createBench();
    const instanceId = bench.launch();
    act(bench, { act: 'hold-process', instanceId });
    bench.call('RebootInstances', { InstanceId: [instanceId] });
    bench.now += 5 * minute;
    expect(beat(bench)).toBe(new Date(start).toISOString());
  });
});

it('does nothing inside a machine that does not run', () => {
  const bench = createBench();
  const instanceId = bench.launch();
  bench.call('StopInstances', { InstanceId: [instanceId] });
  expect(() => act(bench, { act: 'stop-timers', instanceId })).toThrow(/not running/);
});
