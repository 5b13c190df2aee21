import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  callerIs,
  json,
  jsonError,
  type SeenCall,
  startScriptedAws,
} from '../../test/judges/scripted-aws.ts';
import { createAwsOpsCloud } from '../ops-cloud.ts';

const account = '111122223333';
const scope = { environment: 'staging', account, region: 'ap-northeast-1' };
const NOW = '2026-03-01T12:00:00.000Z';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

type Schedule = Record<string, unknown>;

/** The adapter before a scheduler of one schedule, and a record of what was asked of it. */
async function before(standing: Schedule | null, onCreate?: () => void) {
  let schedule = standing;
  let now = NOW;
  function answer({ name, body }: SeenCall): Answer {
    if (name === 'GetCallerIdentity') return callerIs(account);
    const verb = name.split(' ')[0];
    if (verb === 'GET')
      return schedule ? json(200, schedule) : jsonError(404, 'ResourceNotFoundException');
    if (verb === 'POST' && schedule) {
      const conflict = jsonError(409, 'ConflictException');
      onCreate?.();
      return conflict;
    }
    if (verb === 'PUT' && !schedule) return jsonError(404, 'ResourceNotFoundException');
    schedule = JSON.parse(body) as Schedule;
    return json(200, { ScheduleArn: 'arn:aws:scheduler:::schedule/default/x' });
  }
  const aws = await startScriptedAws(answer);
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    installation: 'tokyo',
    schedulerRoleArn: ({ account: own }) => `arn:aws:iam::${own}:role/sekisho-scheduler`,
    scheduleGroup: 'sekisho',
    now: () => new Date(now),
  });
  open.push(cloud, aws);
  return {
    arm: (at: string) => cloud.arm(scope, { name: 'sekisho-l1', lease: 'l1', at }),
    verbs: () =>
      aws.calls.map(({ name }) => name.split(' ')[0]).filter((v) => v !== 'GetCallerIdentity'),
    schedule: () => schedule,
    vanish: () => {
      schedule = null;
    },
    at: (time: string) => {
      now = time;
    },
  };
}

describe("arming the dead man's switch", () => {
  it('makes a one-time UTC schedule that starts the Automation and deletes itself', async () => {
    const scene = await before(null);
    await scene.arm('2026-03-01T20:00:00Z');
    expect(scene.schedule()).toMatchObject({
      GroupName: 'sekisho',
      ScheduleExpression: 'at(2026-03-01T20:00:00)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      State: 'ENABLED',
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
        RoleArn: 'arn:aws:iam::111122223333:role/sekisho-scheduler',
      },
    });
    expect(scene.schedule()?.['ClientToken']).toEqual(expect.any(String));
    const target = scene.schedule()?.['Target'] as { Input: string };
    expect(JSON.parse(target.Input)).toEqual({
      DocumentName: 'Sekisho-TerminateLease',
      Parameters: { Lease: ['l1'], Installation: ['tokyo'] },
    });
  });

  it('changes nothing when the switch stands as wanted', async () => {
    const scene = await before(null);
    await scene.arm('2026-03-01T20:00:00Z');
    await scene.arm('2026-03-01T20:00:00.000Z');
    expect(scene.verbs()).toEqual(['POST', 'POST', 'GET']);
  });

  it('moves a switch that fires at another time', async () => {
    const scene = await before(null);
    await scene.arm('2026-03-01T20:00:00Z');
    await scene.arm('2026-03-01T13:00:00Z');
    expect(scene.schedule()?.['ScheduleExpression']).toBe('at(2026-03-01T13:00:00)');
  });

  it.each([
    ['disabled', { State: 'DISABLED' }],
    ['in another time zone', { ScheduleExpressionTimezone: 'Asia/Tokyo' }],
    ['with another act', { Target: { Arn: 'arn:aws:sqs:::q', RoleArn: 'r', Input: '{}' } }],
  ])('repairs a switch that someone left %s', async (_, damage) => {
    const scene = await before(null);
    await scene.arm('2026-03-01T20:00:00Z');
    const wanted = { ...scene.schedule() };
    Object.assign(scene.schedule() ?? {}, damage);
    await scene.arm('2026-03-01T20:00:00Z');
    expect({ ...scene.schedule(), ClientToken: '' }).toEqual({ ...wanted, ClientToken: '' });
  });

  it('makes it anew when it vanished between two questions', async () => {
    const scene = await before({ ScheduleExpression: 'at(2026-03-01T13:00:00)' }, () =>
      scene.vanish(),
    );
    await scene.arm('2026-03-01T20:00:00Z');
    expect(scene.schedule()?.['ScheduleExpression']).toBe('at(2026-03-01T20:00:00)');
  });
});

describe('a switch for a time that has passed', () => {
  it('fires in a minute, and is not put off by repeating', async () => {
    const scene = await before(null);
    await scene.arm('2026-03-01T11:00:00Z');
    expect(scene.schedule()?.['ScheduleExpression']).toBe('at(2026-03-01T12:01:00)');
    for (const later of ['2026-03-01T12:00:30Z', '2026-03-01T12:01:30Z']) {
      scene.at(later);
      await scene.arm('2026-03-01T11:00:00Z');
    }
    expect(scene.schedule()?.['ScheduleExpression']).toBe('at(2026-03-01T12:01:00)');
  });

  it('is set again when it did not fire for minutes', async () => {
    const scene = await before(null);
    await scene.arm('2026-03-01T11:00:00Z');
    scene.at('2026-03-01T12:30:00Z');
    await scene.arm('2026-03-01T11:00:00Z');
    expect(scene.schedule()?.['ScheduleExpression']).toBe('at(2026-03-01T12:31:00)');
  });

  it('shortens a switch that would fire much later', async () => {
    const scene = await before(null);
    await scene.arm('2026-03-01T20:00:00Z');
    await scene.arm('2026-03-01T11:00:00Z');
    expect(scene.schedule()?.['ScheduleExpression']).toBe('at(2026-03-01T12:01:00)');
  });
});

describe('the Automation document', () => {
  const file = join(import.meta.dirname, '../../documents/terminate-lease.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as {
    schemaVersion: string;
    parameters: Record<string, { default?: string; allowedPattern?: string }>;
    mainSteps: { name: string; action: string; inputs: Record<string, unknown> }[];
  };

  it('needs the parameters that the switch gives, and no others', () => {
    expect(document.schemaVersion).toBe('0.3');
    const needed = Object.entries(document.parameters).filter(
      ([, { default: given }]) => given === undefined,
    );
    expect(needed.map(([name]) => name).sort()).toEqual(['Installation', 'Lease']);
  });

  it('admits no wildcard, which would end the leases of others', () => {
    for (const name of ['Lease', 'Installation']) {
      const pattern = new RegExp(document.parameters[name]?.allowedPattern ?? '');
      expect(pattern.test('l-01JABC_9')).toBe(true);
      for (const bad of ['*', 'l*', '?', '']) expect(pattern.test(bad)).toBe(false);
    }
  });

  it('finds by lease and installation, and terminates what it found', () => {
    const [find, terminate] = document.mainSteps;
    expect(find?.inputs).toMatchObject({ Service: 'ec2', Api: 'DescribeInstances' });
    expect(JSON.stringify(find?.inputs)).toContain('tag:sekisho:lease');
    expect(JSON.stringify(find?.inputs)).toContain('tag:sekisho:installation');
    expect(terminate?.inputs).toEqual({
      Service: 'ec2',
      Api: 'TerminateInstances',
      InstanceIds: `{{ ${find?.name ?? ''}.InstanceIds }}`,
    });
  });
});
