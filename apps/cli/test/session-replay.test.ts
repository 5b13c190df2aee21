import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, Refusal, startFakeServer } from './fake-server.ts';
import { bin, emptyFolder, practiceAt, runCli } from './run-cli.ts';

/** util-linux's `script` gives a program a terminal. */
const script = '/usr/bin/script';
const hasScript = String(spawnSync(script, ['--version']).stdout).includes('util-linux');
const id = 'hanako-0a1b2c3d4e5f67890';
const left = '\u001b[?1049h\u001b[1;3r\u001b[4h\u001b[20h\u001b[?7l\u001b[?25l\u001b[31mvim';
/** What ends each mode that a recording may set. */
const undone = ['r', '4l', '20l', '?7h', '?47l', '?1047l', '?1049l', '0m', '?25h'].map(
  (sequence) => `\u001b[${sequence}`,
);

let server: FakeServer;
let env: Record<string, string>;

const page: OutputOf<'ops.sessions.replay'> = {
  session: {
    ...{ id, lease: 'ops-7k3f9q2m', environment: 'staging', production: false },
    ...{ account: '222222222222', region: 'ap-northeast-1', instanceId: 'i-0abc1234def567890' },
    ...{ owner: 'arn:aws:iam::222222222222:user/hanako', person: 'hanako', kind: 'shell' },
    ...{ startedAt: '2026-11-21T05:00:00.000Z', endedAt: '2026-11-21T05:10:00.000Z' },
    ...{ document: null, reason: null, forwardedTo: [], recording: 's3', commandsFrom: 'none' },
    ...{ commands: 0, indexIsWhole: true, unrecorded: [], mayRead: true },
  },
  header: { version: 2, width: 120, height: 36, timestamp: 1_777_593_600, title: 't' },
  timing: 'by-line',
  events: [[0, 'o', left]],
  next: 's3/1/1',
};

beforeAll(async () => {
  server = await startFakeServer({
    'ops.sessions.replay': ({ id: wanted, after }) => {
      if (wanted !== id) return { ...page, events: [[0, 'o', left], ...pauses], next: null };
      if (after === undefined) return page;
      throw new Refusal('no-recording', 'gone', 'Look again.');
    },
    'people.list': () => [],
  });
  env = { SEKISHO_DATA: practiceAt(server.url) };
});
afterAll(() => server.close());

const pauses = Array.from({ length: 60 }, (_, second): [number, 'o', string] => [
  second + 1,
  'o',
  '.',
]);

/** All that a terminal was told by a replay; Ctrl-C is pressed once the recording is on it. */
function replayed(session: string, pressesCtrlC: boolean): Promise<string> {
  const command = `'${process.execPath}' '${bin}' ops sessions replay ${session}`;
  const child = spawn(script, ['-qec', command, '/dev/null'], {
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm', ...env },
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const before = told.includes('vim');
    told += chunk.toString();
    if (pressesCtrlC && !before && told.includes('vim')) child.stdin.write('\u0003');
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done(told));
  });
}

describe.skipIf(!hasScript)('a replay in a terminal (util-linux script)', () => {
  it.each([
    ['the next page fails', id, false],
    ['Ctrl-C ends it', 'hanako-0fffffffffffffff0', true],
  ])('leaves the terminal as it was when %s', async (_, session, pressesCtrlC) => {
    const told = await replayed(session, pressesCtrlC);
    const after = told.slice(told.indexOf('vim'));
    for (const sequence of undone) expect(after).toContain(sequence);
    expect(after).not.toContain('...');
  });
});

it('writes a file that nobody else may read, also where one was', async () => {
  const file = join(emptyFolder(), 'session.cast');
  writeFileSync(file, 'old');
  chmodSync(file, 0o644);
  const asked = ['ops', 'sessions', 'replay', 'hanako-0fffffffffffffff0', '--output', file];
  expect(await runCli(asked, { env })).toMatchObject({ code: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').split('\n')[0]).toContain('"version":2');
});

it.skipIf(process.platform !== 'linux')('says that a disk is full', async () => {
  const asked = ['ops', 'sessions', 'replay', 'hanako-0fffffffffffffff0', '--output', '/dev/full'];
  const { code, stderr } = await runCli(asked, { env });
  expect(code).toBe(2);
  expect(stderr).toContain('/dev/full');
  expect(stderr).toContain('ENOSPC');
});
