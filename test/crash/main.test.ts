import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type SekishoProcess, startSekisho } from './support/sekisho-process.ts';
import { until } from './support/until.ts';

vi.setConfig({ testTimeout: 300_000 });

const started: SekishoProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const process of started) process.signal('SIGKILL');
  await Promise.all(started.splice(0).map(({ ended }) => ended));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function place(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-main-'));
  folders.push(folder);
  return {
    HOME: folder,
    SEKISHO_DATA: join(folder, 'data'),
    SEKISHO_PORT: String(await freePort()),
    SEKISHO_PRACTICE_AWS_PORT: String(await freePort()),
    SEKISHO_PRACTICE_SLACK_PORT: String(await freePort()),
  };
}

function run(words: string, environment: Record<string, string>): SekishoProcess {
  const process = startSekisho(words.split(' '), environment);
  started.push(process);
  return process;
}

async function taken(port: string | undefined, work: () => Promise<void>): Promise<void> {
  const server = createServer().listen(Number(port), '127.0.0.1');
  try {
    await work();
  } finally {
    server.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Processes that this one started, as Linux tells. */
function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

const untilGone = (pid: number) =>
  until(`process ${pid} to end`, async () => (isAlive(pid) ? null : true));

describe('starting', () => {
  const ports = [
    ['SEKISHO_PORT', 'practice server'],
    ['SEKISHO_PRACTICE_SLACK_PORT', 'practice server'],
    ['SEKISHO_PRACTICE_AWS_PORT', 'practice'],
  ] as const;

  test.for(ports)('says in one line that %s is taken', async ([name, words]) => {
    const environment = await place();
    await taken(environment[name], async () => {
      const process = run(words, environment);
      expect(await process.ended).toEqual({ code: 2, signal: null });
      const line = `Port ${String(environment[name])} is taken. Stop what listens there, or choose another with ${name}.`;
      expect(process.said).toEqual([line]);
    });
  });

  test('refuses the data directory of a server that runs, and says what to do', async () => {
    const environment = await place();
    const first = run('practice server', environment);
    await first.ready;
    const other = { ...(await place()), SEKISHO_DATA: environment.SEKISHO_DATA ?? '' };
    const second = run('practice server', other);
    expect(await second.ended).toEqual({ code: 2, signal: null });
    expect(second.said).toEqual([
      `Another Sekisho is using ${String(environment.SEKISHO_DATA)}. Stop it, or choose another directory with SEKISHO_DATA.`,
    ]);
    expect(isAlive(first.pid)).toBe(true);
  });

  test('says in one line that the database does not answer, without its password', async () => {
    const port = await freePort();
    const url = `postgres://sekisho:hush@127.0.0.1:${port}/sekisho`;
    const process = run('practice server', { ...(await place()), SEKISHO_DATABASE_URL: url });
    expect(await process.ended).toEqual({ code: 2, signal: null });
    expect(process.said).toEqual([
      `The database at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}. Is it running, and SEKISHO_DATABASE_URL right?`,
    ]);
  });
});

describe('serve', () => {
  const seed = readFileSync(
    new URL('../../packages/practice/seed/sekisho.yaml', import.meta.url),
    'utf8',
  );

  async function refusal(yaml: string | null): Promise<readonly string[]> {
    const environment = await place();
    const file = join(environment.HOME ?? '', 'sekisho.yaml');
    if (yaml !== null) writeFileSync(file, yaml);
    const process = run('serve', { ...environment, SEKISHO_CONFIG: file });
    expect(await process.ended).toEqual({ code: 2, signal: null });
    return process.said;
  }

  test('refuses a simulated installation in one line', async () => {
    expect(await refusal(seed)).toEqual([
      'An installation named "practice" is simulated; name a real one before `serve`.',
    ]);
  });

  test('refuses to start without its secrets, in one line that names them', async () => {
    const real = seed.replace('installation: practice', 'installation: tokyo');
    expect(await refusal(real)).toEqual([
      'Slack is configured; set SLACK_BOT_TOKEN and SLACK_APP_TOKEN as well.',
    ]);
  });

  test('says in one line that there is no configuration', async () => {
    const said = await refusal(null);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('sekisho.yaml cannot be read. Write one');
  });
});

describe.skipIf(process.platform !== 'linux')('ending', () => {
  test('ends on SIGTERM with nothing left behind, and says nothing', async () => {
    const environment = await place();
    const server = run('practice', environment);
    await server.ready;
    const [aws] = childrenOf(server.pid);
    expect(aws).toBeGreaterThan(0);
    server.signal('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    await untilGone(aws ?? 0);
    expect(server.said).toEqual([]);
  });

  test('takes practice AWS along when it is killed', async () => {
    const server = run('practice', await place());
    await server.ready;
    const [aws] = childrenOf(server.pid);
    expect(aws).toBeGreaterThan(0);
    server.signal('SIGKILL');
    await server.ended;
    await untilGone(aws ?? 0);
  });
});
