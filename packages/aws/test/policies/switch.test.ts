import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse, place, roleArn } from './house.ts';

let now = Date.parse('2026-05-01T00:00:00Z');
let house: House;
beforeAll(async () => {
  house = await openHouse({ clock: () => now });
});
afterAll(() => house.close());

/** Sets a schedule with the switches' role, and lets its time come. */
async function fire(input: object): Promise<void> {
  const at = new Date(now + 3_600_000);
  await house.owner.scheduler.send(
    new CreateScheduleCommand({
      ...{ Name: 'sekisho-ops-1', FlexibleTimeWindow: { Mode: 'OFF' } },
      ...{ ActionAfterCompletion: 'DELETE', ScheduleExpressionTimezone: 'UTC' },
      ScheduleExpression: `at(${at.toISOString().slice(0, 19)})`,
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
        RoleArn: roleArn(place.schedulerRole),
        Input: JSON.stringify(input),
      },
    }),
  );
  now += 2 * 3_600_000;
}

async function isUp(id: string): Promise<boolean> {
  const Filters = [{ Name: 'instance-state-name', Values: ['running'] }];
  const { Reservations = [] } = await house.owner.ec2.send(
    new DescribeInstancesCommand({ Filters }),
  );
  const running = Reservations.flatMap(({ Instances }) => Instances ?? []);
  return running.some(({ InstanceId }) => InstanceId === id);
}

it('of a lease ends what bears the installation’s mark, and nothing that bears another', async () => {
  const marks = (installation: string) => ({
    'sekisho:lease': 'ops-1',
    'sekisho:installation': installation,
  });
  const own = await house.launch(marks(place.installation));
  const foreign = await house.launch(marks('another'));
  const ends = (installation: string) =>
    fire({
      DocumentName: place.document,
      Parameters: { Lease: ['ops-1'], Installation: [installation] },
    });
  await ends('another');
  expect([await isUp(own), await isUp(foreign)]).toEqual([true, true]);
  await ends(place.installation);
  expect([await isUp(own), await isUp(foreign)]).toEqual([false, true]);
});

it('starts no other document', async () => {
  const own = await house.launch({ 'sekisho:installation': place.installation });
  await fire({ DocumentName: 'AWS-TerminateEC2Instance', Parameters: { InstanceId: [own] } });
  expect(await isUp(own)).toBe(true);
});
