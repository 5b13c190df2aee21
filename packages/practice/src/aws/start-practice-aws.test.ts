import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type PracticeAws,
  type PracticeAwsOptions,
  startPracticeAws,
} from './start-practice-aws.ts';
import { instantTiming } from './world/timing.ts';

let dataDirectory: string;
let running: PracticeAws[];
beforeEach(async () => {
  running = [];
  dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-practice-aws-'));
});
afterEach(async () => {
  await Promise.all(running.map((aws) => aws.close()));
  await rm(dataDirectory, { recursive: true });
});

async function start(more: Partial<PracticeAwsOptions> = {}) {
  const options = { port: 0, dataDirectory, timing: instantTiming, seed: 1, ...more };
  const aws = await startPracticeAws(options);
  running.push(aws);
  const credentials = { accessKeyId: 'practice', secretAccessKey: 'practice' };
  const ec2 = new EC2Client({ endpoint: aws.url, region: 'ap-northeast-1', credentials });
  const stop = () => {
    running = running.filter((each) => each !== aws);
    return aws.close();
  };
  return { aws, ec2, stop };
}

async function launch(ec2: EC2Client, hardMaximum?: string): Promise<string> {
  const Tags = [{ Key: 'sekisho:hard-maximum', Value: hardMaximum ?? 'none' }];
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      MinCount: 1,
      MaxCount: 1,
      LaunchTemplate: { LaunchTemplateName: 'sekisho-ops-server' },
      InstanceInitiatedShutdownBehavior: 'terminate',
      MetadataOptions: { InstanceMetadataTags: 'enabled' },
      TagSpecifications: [{ ResourceType: 'instance', Tags }],
    }),
  );
  return Instances?.[0]?.InstanceId ?? '';
}

function post(aws: PracticeAws, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${aws.url}/_practice/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

describe('practice AWS', () => {
  it('goes on where it was: instances, faults, moved clock, and no id twice', async () => {
    const first = await start({ testMode: true });
    const id = await launch(first.ec2);
    await post(first.aws, 'faults', { faults: [{ kind: 'slow-agent', delayMs: 5 }] });
    await post(first.aws, 'clock', { advanceMs: 86_400_000 });
    await first.stop();
    const second = await start({ testMode: true });
    const other = await launch(second.ec2);
    expect(other).not.toBe(id);
    const { Reservations } = await second.ec2.send(new DescribeInstancesCommand({}));
    expect(Reservations?.map(({ Instances }) => Instances?.[0]?.InstanceId)).toEqual([id, other]);
    const state = await (await fetch(`${second.aws.url}/_practice/state`)).json();
    expect(state).toMatchObject({ faults: [{ kind: 'slow-agent', delayMs: 5 }] });
    const { now } = state as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(86_000_000);
  });

  it('does what is due although nobody asks it anything', async () => {
    const clock = { now: Date.now() };
    const { ec2 } = await start({ clock: () => clock.now, tickMs: 5 });
    await launch(ec2, new Date(clock.now + 3_600_000).toISOString());
    clock.now += 3_600_000;
    const journal = join(dataDirectory, 'practice-aws.jsonl');
    while (!(await readFile(journal, 'utf8')).includes('"terminated"')) await pause(5);
  });

  it('refuses to start on a port that is taken', async () => {
    const { aws } = await start();
    const port = Number(new URL(aws.url).port);
    const other = await mkdtemp(join(tmpdir(), 'sekisho-practice-aws-'));
    await expect(start({ port, dataDirectory: other })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await rm(other, { recursive: true });
  });

  it('refuses a directory that another practice AWS uses', async () => {
    await start();
    await expect(start()).rejects.toThrow(/Another practice AWS/);
  });
});

it('tells its log what went wrong inside, which callers are not told', async () => {
  const told: { facts: Readonly<Record<string, unknown>>; message: string }[] = [];
  const broken = new Error('the clock stands still');
  let breaks = false;
  const { aws } = await start({
    tickMs: 3_600_000,
    logger: { error: (facts, message) => void told.push({ facts, message }) },
    clock: () => {
      if (breaks) throw broken;
      return Date.now();
    },
  });
  breaks = true;
  const answer = await fetch(`${aws.url}/_practice/state`);
  breaks = false;
  expect([answer.status, await answer.text()]).toEqual([
    500,
    expect.not.stringContaining('stands still'),
  ]);
  expect(told).toEqual([{ facts: { err: broken }, message: 'practice AWS failed' }]);
});
