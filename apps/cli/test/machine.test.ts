import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { bin, emptyFolder, linesOf, practiceAt, runCli } from './run-cli.ts';

const argv = ['aws', 'ssm', 'start-session', '--target', 'i-0abc1234def567890'];
const olderNode = findOlderNode();

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer({
    'ops.connect': () => ({
      instanceId: 'i-0abc1234def567890',
      argv,
      command: argv.join(' '),
      deadline: null,
    }),
    'ops.list': () => [sampleLease()],
    'people.list': () => [],
  });
  env = { SEKISHO_DATA: practiceAt(server.url) };
});

afterAll(() => server.close());

/** A machine's own Node that is too old to run the sources, or null. */
function findOlderNode(): string | null {
  const own = ['/usr/local/bin', '/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const nodes = own.map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  const isOlder = (path: string) => {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1]);
    return major >= 18 && major < 24;
  };
  return nodes.find(isOlder) ?? null;
}

/** A program named aws that tells what it was given and ends with 7. */
function folderWithAws(): string {
  const folder = emptyFolder();
  const script = '#!/bin/sh\necho "ran: $*"\ncat\nexit 7\n';
  writeFileSync(join(folder, 'aws'), script);
  chmodSync(join(folder, 'aws'), 0o755);
  return folder;
}

describe('ops connect', () => {
  it('prints the command by itself, to be copied', async () => {
    const ended = await runCli(['ops', 'connect', 'ops-7k3f9q2m'], { env });
    expect(linesOf(ended.stdout)[0]).toBe('aws ssm start-session --target i-0abc1234def567890');
  });

  it('runs it with --exec in this terminal and ends as it ended', async () => {
    const path = [folderWithAws(), process.env.PATH].join(delimiter);
    const ended = await runCli(['ops', 'connect', 'ops-7k3f9q2m', '--exec'], {
      env: { ...env, PATH: path },
      stdin: 'typed into the session\n',
    });
    expect(ended).toMatchObject({
      code: 7,
      stdout: 'ran: ssm start-session --target i-0abc1234def567890\ntyped into the session\n',
    });
  });

  it('says what to install when there is no aws', async () => {
    const ended = await runCli(['ops', 'connect', 'ops-7k3f9q2m', '--exec'], {
      env: { ...env, PATH: emptyFolder() },
    });
    expect(ended).toMatchObject({ code: 5, stdout: '' });
    expect(ended.stderr).toContain('Install the AWS CLI');
  });
});

describe('a machine whose own Node is older', () => {
  it.skipIf(olderNode === null)(
    `runs the same command on the pinned Node (${olderNode ?? 'no older Node here'})`,
    async () => {
      const node = olderNode ?? '';
      const found = await runCli(['ops', 'list', '--json'], { env, node });
      expect(found).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(found.stdout)).toEqual([sampleLease()]);
      expect(await runCli(['ops', 'strat'], { env, node })).toMatchObject({ code: 2, stdout: '' });
    },
  );

  it.skipIf(olderNode === null)('ends by the signal it was sent', async () => {
    const hanging = await startFakeServer({
      'ops.start': () => sampleLease({ state: 'granting' }),
      'lease.show': () => sampleLease({ state: 'granting' }),
    });
    const words = [bin, 'ops', 'start', 'staging', '--reason', 'x', '--wait'];
    const child = spawn(olderNode ?? '', words, {
      env: { PATH: process.env.PATH, SEKISHO_DATA: practiceAt(hanging.url) },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.on('exit', (_, signal) => done(signal)));
    while (!hanging.seen.some(({ verb }) => verb === 'lease.show')) {
      await new Promise((done) => setTimeout(done, 20));
    }
    child.kill('SIGTERM');
    expect(await ended).toBe('SIGTERM');
    await hanging.close();
  });
});

describe('output that cannot be written', () => {
  const into = (target: string) =>
    new Promise<{ code: unknown; stderr: string }>((done) => {
      const line = `'${process.execPath}' '${bin}' people list --json ${target}`;
      const whole = { ...process.env, ...env };
      execFile('bash', ['-c', `set -o pipefail; ${line}`], { env: whole }, (error, _, stderr) =>
        done({ code: error?.code ?? 0, stderr }),
      );
    });

  it.skipIf(!existsSync('/dev/full'))(
    'is told, with exit code 5, when the disk is full',
    async () => {
      const ended = await into('> /dev/full');
      expect(ended.code).toBe(5);
      expect(linesOf(ended.stderr)).toEqual([expect.stringContaining('ENOSPC')]);
    },
  );

  it('is no failure when the reader has seen enough', async () => {
    expect(await into('| true')).toEqual({ code: 0, stderr: '' });
  });
});

describe('help', () => {
  it('begins with an example that works in practice', async () => {
    const whole = await runCli(['--help']);
    expect(linesOf(whole.stdout).slice(0, 2)).toEqual([
      'For example:',
      '  sekisho ops start --environment staging --for 30m --reason "look at the slow query" --wait',
    ]);
    const one = await runCli(['ops', 'extend', '--help', '--lang', 'ja']);
    expect(linesOf(one.stdout).slice(0, 2)).toEqual([
      '例:',
      '  sekisho ops extend ops-7k3f9q2m --by 30m',
    ]);
    expect(one.stdout).toContain('期限を延ばします');
    expect(one).toMatchObject({ code: 0, stderr: '' });
  });

  it('is what a bare command shows, and --version shows the version', async () => {
    const whole = await runCli(['--help']);
    expect(await runCli([])).toEqual(whole);
    expect(await runCli(['help'])).toEqual(whole);
    expect(await runCli(['help', 'ops'])).toEqual(await runCli(['ops', '--help']));
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('completion', () => {
  const offered = async (...words: readonly string[]) =>
    linesOf((await runCli(['complete', '--', ...words], { env })).stdout);

  it('offers verbs, options, choices, and the leases that the server knows', async () => {
    expect(await offered('ops', 'st')).toEqual(['start', 'stop']);
    expect(await offered('ops', 'start', '--br')).toEqual(['--break-glass']);
    expect(await offered('ops', 'history', '--state', 'a')).toEqual(['approved', 'active']);
    expect(await offered('--as', 'sre', 'ops', 'stop', '')).toEqual(['ops-7k3f9q2m']);
  });

  it('offers nothing and says nothing when no server answers', async () => {
    const dead = { SEKISHO_DATA: practiceAt('http://127.0.0.1:9') };
    const ended = await runCli(['complete', '--', 'ops', 'show', ''], { env: dead });
    expect(ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('works in a real bash', async () => {
    const { stdout: script } = await runCli(['completion', 'bash']);
    const own = `sekisho() { '${process.execPath}' '${bin}' "$@"; }`;
    const typed = 'COMP_WORDS=(sekisho ops stop ops-7); COMP_CWORD=3; _sekisho';
    const lines = `${own}\n${script}\n${typed}\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const whole = { ...process.env, ...env };
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', lines], { env: whole });
    expect(stdout).toBe('ops-7k3f9q2m\n');
  });
});
