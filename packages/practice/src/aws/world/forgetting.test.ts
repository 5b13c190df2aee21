import { expect, it } from 'vitest';
import { advance } from '../advance.ts';
import { actOnMachine } from '../machine/act.ts';
import { createBench, start, tagged } from '../testing/bench.ts';

const day = 86_400_000;

it('keeps nothing of what ended more than thirty days ago, however much there was', () => {
  const bench = createBench();
  const tables = Object.entries(bench.world.tables());
  const sizes = () => Object.fromEntries(tables.map(([name, { size }]) => [name, size]));
  const before = sizes();
  for (let life = 1; life <= 20; life += 1) {
    const lease = `L${life}`;
    const instanceId = bench.launch({ ClientToken: lease, ...tagged({ 'sekisho:lease': lease }) });
    actOnMachine(bench.world, { act: 'open-session', instanceId }, bench.now, bench.rng);
    bench.call('AssumeRole', {
      RoleArn: 'arn:aws:iam::111111111111:role/sekisho',
      RoleSessionName: 'test',
    });
    const at = new Date(bench.now + day).toISOString().slice(0, 19);
    bench.call('CreateSchedule', {
      Name: lease,
      ScheduleExpression: `at(${at})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
        RoleArn: 'arn:aws:iam::222222222222:role/switch',
        Input: JSON.stringify({
          DocumentName: 'Sekisho-TerminateLease',
          Parameters: { Lease: [lease], Installation: ['nobody'] },
        }),
      },
    });
    bench.call('TerminateInstances', { InstanceId: [instanceId] });
    bench.now += day;
  }
  expect(sizes()).toMatchObject({ executions: 19, sessions: 20 });
  bench.now = start + 60 * day;
  advance(bench.world, bench.now, bench.rng);
  expect(sizes()).toEqual(before);
});
