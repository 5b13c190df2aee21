import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PracticeGithub, startPracticeGithub } from '@sekisho/practice/github';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Door, openDoor } from './door.ts';
import { bundleAction } from './job.ts';

let file: string;
let folder: string;
let door: Door;
let aws: Server;
let issuer: PracticeGithub;
let github: PracticeGithub;

beforeEach(async () => {
  file = bundleAction();
  folder = mkdtempSync(join(tmpdir(), 'practice-pipeline-'));
  aws = createServer((_, response) => response.end('<Arn>arn:aws:sts::111111111111:x</Arn>'));
  await once(aws.listen(0, '127.0.0.1'), 'listening');
  // The door needs the issuer's keys before the runner knows the door: they are kept in one folder.
  issuer = await startPracticeGithub({ port: 0, secret: 's', dataDirectory: folder });
  await issuer.close();
  const port = Number(new URL(issuer.url).port);
  door = await openDoor(issuer.url);
  github = await startPracticeGithub({
    ...{ port, secret: 's', dataDirectory: folder },
    runner: {
      ...{ workDirectory: join(folder, 'work'), action: [process.execPath, file] },
      ...{ sekishoUrl: () => door.url, audience: door.url, region: 'eu-west-1', purpose: 'apply' },
      awsUrl: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
      path: process.env['PATH'] ?? '',
    },
  });
});
afterEach(async () => {
  await github.close();
  door.close();
  aws.close();
  for (const path of [folder, dirname(file)]) rmSync(path, { recursive: true });
});

interface Shown {
  readonly runs: { jobs: { name: string; conclusion: string | null; log: string[] }[] }[];
}

async function people(path: string, body?: object): Promise<unknown> {
  const headers = { authorization: 'Bearer s', 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${github.url}/practice/${path}`, { ...init, headers })).json();
}

async function lastJobs() {
  return ((await people('runs')) as Shown).runs.at(-1)?.jobs ?? [];
}

async function mergeOne(): Promise<void> {
  const opened = (await people('pull/open', { who: 'taro-suzuki', title: 'Widen' })) as {
    pull: number;
  };
  await people('pull/merge', { who: 'taro-suzuki', pull: opened.pull });
}

it('runs plan, approval and apply of a merged pull request, and gives the role back', async () => {
  await mergeOne();
  await expect.poll(() => door.leases.length, { timeout: 25_000 }).toBe(1);
  expect((await lastJobs()).map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['plan', 'success'],
    ['apply', null],
  ]);
  door.become('active');
  await expect
    .poll(async () => (await lastJobs()).at(-1)?.conclusion, { timeout: 25_000 })
    .toBe('success');
  const log = (await lastJobs()).at(-1)?.log.join('\n') ?? '';
  expect(log).toContain('AWS says that this job is arn:aws:sts::111111111111:x');
  expect(log).toContain('is the approved one');
  expect(door.leases[0]?.finished).toBe(true);
  for (const secret of door.given) expect(log).not.toContain(secret);
});

it('applies nothing that was denied', async () => {
  door.become('denied');
  await mergeOne();
  await expect
    .poll(async () => (await lastJobs()).at(-1)?.conclusion, { timeout: 25_000 })
    .toBe('failure');
  const log = (await lastJobs()).at(-1)?.log.join('\n') ?? '';
  expect(log).toContain('Ken said no.');
  expect(log).not.toContain('AWS says');
});
