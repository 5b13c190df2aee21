import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { type FakeServer, Refusal, startFakeServer } from './fake-server.ts';
import { emptyFolder, linesOf, practiceAt, runCli } from './run-cli.ts';

let server: FakeServer;
let data: string;

beforeAll(async () => {
  server = await startFakeServer({
    'ops.start': (input) => sampleLease({ environment: input.environment, reason: input.reason }),
    'ops.list': () => [sampleLease()],
    'ops.show': ({ id }) => {
      throw new Refusal('lease-not-found', `There is no lease ${id}.`, 'See `sekisho ops list`.');
    },
    'lease.approve': () => {
      throw new Refusal('self-approval', 'You asked for it yourself.', 'Ask another SRE.');
    },
    'token.create': (input) => ({
      id: 'tok-4f6h8j2k',
      name: input.name,
      owner: 'engineer',
      scopes: input.scopes,
      createdAt: '2026-11-21T05:00:00.000Z',
      expiresAt: '2026-12-21T05:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
      token: 'sekisho_secret',
    }),
    'timeline.export': () => {
      throw new Error('a bug');
    },
  });
  data = practiceAt(server.url);
});

afterAll(() => server.close());

const cli = (...args: readonly string[]) => runCli(args, { env: { SEKISHO_DATA: data } });
const lastSeen = () => server.seen.at(-1);

describe('calling a verb', () => {
  it('finds practice, calls the verb as an engineer, and prints exactly its answer with --json', async () => {
    const ended = await cli(
      ...['ops', 'start', '--environment', 'staging', '--for', '30m', '--reason', 'look', '--json'],
    );
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toEqual(sampleLease({ reason: 'look' }));
    expect(lastSeen()?.input).toEqual({ environment: 'staging', for: '30m', reason: 'look' });
    expect(lastSeen()?.headers).toMatchObject({
      authorization: 'Bearer practice-secret',
      'sekisho-hat': 'engineer',
    });
    expect(lastSeen()?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes words by position, options in kebab case, and a hat before or after the verb', async () => {
    await cli('--as', 'sre', 'ops', 'start', 'production', '1h', '--reason', 'x', '--break-glass');
    expect(lastSeen()?.headers['sekisho-hat']).toBe('sre');
    const input = { environment: 'production', for: '1h', reason: 'x', breakGlass: true };
    expect(lastSeen()?.input).toEqual(input);
    await cli('ops', 'list', '--as', 'auditor');
    expect(lastSeen()?.headers['sekisho-hat']).toBe('auditor');
  });

  it('understands Japanese commands and asks for Japanese answers', async () => {
    const ended = await cli(
      ...['ops', '開始', 'staging', '2時間', '--reason', '遅い', '--lang', 'ja'],
    );
    expect(ended.code).toBe(0);
    expect(lastSeen()).toMatchObject({ verb: 'ops.start', input: { for: '2時間' } });
    expect(lastSeen()?.headers['accept-language']).toBe('ja');
    expect(ended.stdout).toContain('利用中');
  });

  it('gathers repeated options into a list and sends the key it was given', async () => {
    const ended = await cli(
      ...['token', 'create', '--name', 'n', '--scopes', 'ops.list', '--scopes', 'ops.history'],
      ...['--expires', '30d', '--idempotency-key', 'again'],
    );
    expect(lastSeen()?.input).toMatchObject({ scopes: ['ops.list', 'ops.history'] });
    expect(lastSeen()?.headers['idempotency-key']).toBe('again');
    expect(linesOf(ended.stdout)).toContain('sekisho_secret');
  });

  it('takes a value that looks like an option of its own', async () => {
    const ended = await cli('ops', 'start', 'staging', '--reason', '--json');
    expect(lastSeen()?.input).toEqual({ environment: 'staging', reason: '--json' });
    expect(linesOf(ended.stdout).at(-1)).toBe('Next: sekisho ops connect ops-7k3f9q2m --exec');
  });
});

describe('exit codes', () => {
  const cases: readonly (readonly [number, string, readonly string[]])[] = [
    [2, 'a missing option', ['ops', 'start', '--environment', 'staging']],
    [2, 'an unknown option', ['ops', 'start', 'staging', '--raeson', 'x']],
    [2, 'an unknown verb', ['ops', 'strat']],
    [2, 'an unknown group', ['opz', 'start']],
    [2, 'a group without a verb', ['ops']],
    [2, 'a word too many', ['ops', 'start', 'staging', '30m', 'look', '--reason', 'x']],
    [2, 'an option without its value', ['ops', 'start', 'staging', '--reason']],
    [2, 'a number that is none', ['ops', 'history', '--limit', 'many']],
    [2, 'a choice that is none', ['ops', 'history', '--state', 'dead']],
    [2, 'a language that is not spoken', ['ops', 'list', '--lang', 'fr']],
    [2, 'two values for one field', ['ops', 'start', 'a', '--environment', 'b', '--reason', 'x']],
    [
      2,
      'a timeout that is no duration',
      ['ops', 'stop', 'ops-7k3f9q2m', '--wait', '--timeout', 'x'],
    ],
    [2, 'an input that the server finds bad', ['ops', 'show', 'not an id']],
    [3, 'a refusal', ['lease', 'approve', 'ops-7k3f9q2m']],
    [4, 'a lease that is not there', ['ops', 'show', 'ops-7k3f9q2m']],
    [5, 'a bug of the server', ['timeline', 'export']],
  ];
  it.each(cases)('ends with %i and one line for %s', async (code, _, args) => {
    const ended = await cli(...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(linesOf(ended.stderr)).toHaveLength(1);
    expect(ended.stderr).not.toMatch(/\n.|undefined|\{\w+\}| {2}|at file:/);
  });

  it('says in the line why and what to do, with what was probably meant', async () => {
    const missing = await cli('ops', 'start', '--environment', 'staging');
    expect(missing.stderr).toMatch(/^--reason is missing\. For example: sekisho ops start /);
    const typo = await cli('ops', 'strat');
    expect(typo.stderr).toContain('Did you mean start?');
    const refused = await cli('lease', 'approve', 'ops-7k3f9q2m');
    expect(refused.stderr).toBe('You asked for it yourself. Ask another SRE.\n');
  });
});

describe('finding no server', () => {
  it('says how to start one', async () => {
    const ended = await runCli(['ops', 'list'], { env: { SEKISHO_PORT: '1' }, cwd: emptyFolder() });
    // A developer's own practice of this checkout may be running beside the test.
    if (ended.code !== 0) {
      expect(ended.code).toBe(5);
      expect(ended.stderr).toContain('npm start');
    }
  });

  it('names the address when nothing answers there', async () => {
    const dead = practiceAt('http://127.0.0.1:9');
    const ended = await runCli(['ops', 'list'], { env: { SEKISHO_DATA: dead } });
    expect(ended).toMatchObject({ code: 5, stdout: '' });
    expect(ended.stderr).toContain('http://127.0.0.1:9');
  });

  it('refuses a practice file that others can read', async () => {
    const open = practiceAt(server.url, 'secret', 0o644);
    const env = { SEKISHO_DATA: open, SEKISHO_URL: server.url };
    const ended = await runCli(['ops', 'list'], { env });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain(`chmod 600 ${join(open, 'practice.json')}`);
  });

  it('sends a token to the server that is named, and never in clear to another machine', async () => {
    const env = { SEKISHO_URL: server.url, SEKISHO_TOKEN: 'sekisho_abc' };
    expect((await runCli(['ops', 'list'], { env })).code).toBe(0);
    expect(lastSeen()?.headers.authorization).toBe('Bearer sekisho_abc');
    expect(lastSeen()?.headers['sekisho-hat']).toBeUndefined();
    const far = await runCli(['ops', 'list', '--url', 'http://sekisho.example.com'], { env });
    expect(far).toMatchObject({ code: 2, stdout: '' });
  });
});
