import { describe, expect, it } from 'vitest';
import { actOnMachine } from '../machine/act.ts';
import { type Bench, createBench, launchInput } from '../testing/bench.ts';

const active = (bench: Bench, Filters?: { key: string; value: string }[]) =>
  bench.call('DescribeSessions', { State: 'Active', Filters }).Sessions;
const minute = 60_000;

describe('the SSM agent', () => {
  it('is unknown until it registers, and then online', () => {
    const bench = createBench({ agentMs: 1000 });
    const id = bench.launch();
    const Filters = [{ Key: 'InstanceIds', Values: [id, 'i-00000000000000000'] }];
    const list = () =>
      bench.call('DescribeInstanceInformation', { Filters }).InstanceInformationList;
    expect(list()).toEqual([]);
    expect(bench.call('GetConnectionStatus', { Target: id }).Status).toBe('notconnected');
    bench.now += 1000;
    expect(list()).toMatchObject([{ InstanceId: id, PingStatus: 'Online' }]);
    expect(bench.call('GetConnectionStatus', { Target: id }).Status).toBe('connected');
  });

  it.each([
    ['the template has no route to SSM', { Version: '3' }, []],
    ['a fault says so', { Version: '2' }, [{ kind: 'agent-never' as const }]],
  ])('never registers when %s', (_why, version, faults) => {
    const bench = createBench();
    bench.world.faults = faults;
    bench.launch({ LaunchTemplate: { LaunchTemplateName: 'sekisho-ops-server', ...version } });
    bench.now += 60 * minute;
    expect(bench.call('DescribeInstanceInformation', {}).InstanceInformationList).toEqual([]);
  });

  it('registers later when it is slow', () => {
    const bench = createBench();
    bench.world.faults = [{ kind: 'slow-agent', delayMs: 5 * minute }];
    const Target = bench.launch();
    bench.now += 5 * minute - 1;
    expect(bench.call('GetConnectionStatus', { Target }).Status).toBe('notconnected');
    bench.now += 1;
    expect(bench.call('GetConnectionStatus', { Target }).Status).toBe('connected');
  });

  it('is listed in pages of 5 to 50', () => {
    const bench = createBench();
    bench.call('RunInstances', { ...launchInput, MinCount: 12, MaxCount: 12 });
    const first = bench.call('DescribeInstanceInformation', {});
    expect(first.InstanceInformationList).toHaveLength(10);
    const { NextToken } = first;
    expect(
      bench.call('DescribeInstanceInformation', { NextToken }).InstanceInformationList,
    ).toHaveLength(2);
    for (const MaxResults of [4, 51]) {
      expect(bench.outcome('DescribeInstanceInformation', { MaxResults })).toMatchObject({
        refusal: { code: 'ValidationException' },
      });
    }
  });
});

describe('a session', () => {
  it('opens on a connected machine only', () => {
    const bench = createBench({ agentMs: 1000 });
    const Target = bench.launch();
    expect(bench.outcome('StartSession', { Target })).toMatchObject({
      refusal: { code: 'TargetNotConnected', status: 400 },
    });
    bench.now += 1000;
    const { SessionId } = bench.call('StartSession', { Target });
    expect(active(bench, [{ key: 'Target', value: Target }])).toMatchObject([
      { SessionId, Owner: 'arn:aws:iam::222222222222:user/test', Status: 'Connected' },
    ]);
    expect(active(bench, [{ key: 'Owner', value: 'arn:aws:iam::222222222222:user/x' }])).toEqual(
      [],
    );
  });

  it('moves to the history when it is terminated, twice without a complaint', () => {
    const bench = createBench();
    const { SessionId } = bench.call('StartSession', { Target: bench.launch() });
    bench.call('TerminateSession', { SessionId });
    bench.call('TerminateSession', { SessionId });
    expect(active(bench)).toEqual([]);
    expect(bench.call('DescribeSessions', { State: 'History' }).Sessions).toMatchObject([
      { SessionId, Status: 'Terminated' },
    ]);
    expect(bench.outcome('TerminateSession', { SessionId: 'none' })).toMatchObject({
      refusal: { code: 'DoesNotExistException' },
    });
  });

  it('is found by when it was begun: then or later, and before', () => {
    const bench = createBench();
    const Target = bench.launch();
    const [first, second] = [0, 1].map((moment) => {
      bench.now += moment * minute;
      return bench.call('StartSession', { Target }).SessionId;
    });
    const value = new Date(bench.now).toISOString();
    const found = (key: string) => active(bench, [{ key, value }]).map((one) => one.SessionId);
    expect([found('InvokedAfter'), found('InvokedBefore')]).toEqual([[second], [first]]);
    expect(active(bench, [{ key: 'SessionId', value: first ?? '' }])).toHaveLength(1);
  });

  it('ends with its machine', () => {
    const bench = createBench();
    const Target = bench.launch();
    bench.call('StartSession', { Target });
    bench.call('TerminateInstances', { InstanceId: [Target] });
    expect(active(bench)).toEqual([]);
  });

  it('ends by itself after twenty idle minutes, and not while somebody types', () => {
    const bench = createBench();
    const instanceId = bench.launch();
    bench.call('StartSession', { Target: instanceId });
    const act = { act: 'open-session', instanceId, active: true } as const;
    const used = actOnMachine(bench.world, act, bench.now, bench.rng);
    bench.now += 20 * minute;
    expect(active(bench).map(({ SessionId }) => SessionId)).toEqual([used]);
    const left = { act: 'use-session', sessionId: used, active: false } as const;
    actOnMachine(bench.world, left, bench.now, bench.rng);
    bench.now += 20 * minute;
    expect(active(bench)).toEqual([]);
  });
});
