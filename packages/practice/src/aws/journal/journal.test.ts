import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const serve = fileURLToPath(new URL('../../../test/serve-practice-aws.ts', import.meta.url));
const LaunchTemplate = { LaunchTemplateName: 'sekisho-ops-server' };

let directory: string;
let children: ChildProcess[];

beforeEach(async () => {
  children = [];
  directory = await mkdtemp(join(tmpdir(), 'sekisho-practice-aws-'));
});
afterEach(async () => {
  for (const child of children) await kill(child);
  await rm(directory, { recursive: true });
});

async function start(): Promise<{ child: ChildProcess; ec2: EC2Client }> {
  const child = spawn(process.execPath, [serve, '0', directory], { stdio: ['ignore', 'pipe', 2] });
  children.push(child);
  if (child.stdout === null) throw new Error('no output');
  const [endpoint] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const credentials = { accessKeyId: 'practice', secretAccessKey: 'practice' };
  const region = 'ap-northeast-1';
  return { child, ec2: new EC2Client({ endpoint, region, credentials, maxAttempts: 1 }) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function idsOn(ec2: EC2Client): Promise<string[]> {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({}));
  return (Reservations ?? []).flatMap(({ Instances }) => Instances?.[0]?.InstanceId ?? []);
}

describe('what practice has answered', { timeout: 60_000 }, () => {
  it('survives kill -9 in the middle of a rush of launches', async () => {
    const answered: string[] = [];
    for (let life = 0; life < 3; life += 1) {
      const { child, ec2 } = await start();
      const rush = Array.from({ length: 40 }, async (_, index) => {
        const ClientToken = `${life}-${index}`;
        const input = { MinCount: 1, MaxCount: 1, LaunchTemplate, ClientToken };
        const { Instances } = await ec2.send(new RunInstancesCommand(input));
        answered.push(Instances?.[0]?.InstanceId ?? '');
        if (index === 20) child.kill('SIGKILL');
      });
      await Promise.allSettled(rush);
      await kill(child);
    }
    const { ec2 } = await start();
    expect(answered.length).toBeGreaterThan(3);
    expect(await idsOn(ec2)).toEqual(expect.arrayContaining(answered));
  });

  it('is all that is there after a line that was cut off', async () => {
    const first = await start();
    const run = new RunInstancesCommand({ MinCount: 1, MaxCount: 1, LaunchTemplate });
    const { Instances } = await first.ec2.send(run);
    await kill(first.child);
    await appendFile(join(directory, 'practice-aws.jsonl'), '{"clock":17950000');
    const second = await start();
    expect(await idsOn(second.ec2)).toEqual([Instances?.[0]?.InstanceId]);
  });

  it('is not guessed at when the journal is damaged in its middle', async () => {
    const path = join(directory, 'practice-aws.jsonl');
    const first = await start();
    await kill(first.child);
    await writeFile(path, `nonsense\n${await readFile(path, 'utf8')}`);
    const child = spawn(process.execPath, [serve, '0', directory], { stdio: 'ignore' });
    children.push(child);
    expect(await once(child, 'exit')).toEqual([1, null]);
  });
});
