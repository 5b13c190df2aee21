import { describe, expect, it } from 'vitest';
import { type Bench, createBench, here } from '../testing/bench.ts';

const agentOf = (bench: Bench) =>
  bench
    .call('DescribeInstanceInformation', {})
    .InstanceInformationList.map((each) => each.PingStatus);

describe('changing instances', () => {
  it('terminates twice without a complaint, and nothing of another account', () => {
    const bench = createBench();
    const id = bench.launch();
    const elsewhere = { ...here, account: '111111111111' };
    expect(bench.outcome('TerminateInstances', { InstanceId: [id] }, elsewhere)).toMatchObject({
      refusal: { code: 'InvalidInstanceID.NotFound' },
    });
    bench.call('TerminateInstances', { InstanceId: [id] });
    bench.call('TerminateInstances', { InstanceId: [id] });
    expect(bench.states()).toEqual(['terminated']);
  });

  it('terminates none of several when one does not exist', () => {
    const bench = createBench();
    const InstanceId = [bench.launch(), 'i-00000000000000000'];
    expect(bench.outcome('TerminateInstances', { InstanceId }).kind).toBe('refusal');
    expect(bench.states()).toEqual(['running']);
  });

  it('stops and starts, and the agent comes back', () => {
    const bench = createBench({ stoppingMs: 1000, agentMs: 1000 });
    const InstanceId = [bench.launch()];
    bench.now += 1000;
    bench.call('StopInstances', { InstanceId });
    expect(bench.states()).toEqual(['stopping']);
    expect(bench.outcome('StartInstances', { InstanceId })).toMatchObject({
      refusal: { code: 'IncorrectInstanceState' },
    });
    bench.now += 1000;
    expect([bench.states(), agentOf(bench)]).toEqual([['stopped'], ['ConnectionLost']]);
    bench.call('StartInstances', { InstanceId });
    expect([bench.states(), agentOf(bench)]).toEqual([['running'], ['ConnectionLost']]);
    bench.now += 1000;
    expect(agentOf(bench)).toEqual(['Online']);
  });

  it('loses the agent for a while by a reboot, not the instance', () => {
    const bench = createBench({ agentMs: 1000 });
    const InstanceId = [bench.launch()];
    bench.now += 1000;
    bench.call('RebootInstances', { InstanceId });
    expect([bench.states(), agentOf(bench)]).toEqual([['running'], ['ConnectionLost']]);
    bench.now += 1000;
    expect(agentOf(bench)).toEqual(['Online']);
  });

  it('starts, stops and reboots nothing that is terminated', () => {
    const bench = createBench();
    const InstanceId = [bench.launch()];
    bench.call('TerminateInstances', { InstanceId });
    for (const operation of ['StartInstances', 'StopInstances', 'RebootInstances'] as const) {
      expect(bench.outcome(operation, { InstanceId })).toMatchObject({
        refusal: { code: 'IncorrectInstanceState' },
      });
    }
  });
});
