import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import { describe, expect, it, vi } from 'vitest';
import { practiceSeed } from '../../../test/support/practice-seed.ts';
import { Refusal, startFakeServer } from './fake-server.ts';
import { type Ended, emptyFolder, practiceAt, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 180_000 });

interface Told {
  readonly worst: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly server: string | null;
  readonly findings: readonly (Finding & { readonly seen: string; readonly fix: string | null })[];
}

/** The one document on standard output. */
function documentOf({ stdout }: Ended): Told {
  return JSON.parse(stdout) as Told;
}

function outcomeOf({ findings }: Told, code: string): string | undefined {
  return findings.find((each) => each.code === code)?.outcome;
}

const answer = (findings: Finding[]) => ({
  ...{ installation: 'example', practice: false, milliseconds: 5, findings },
  examinedAt: '2026-05-01T00:00:00.000Z',
});
const slack = subjectOf('slack');

/** Asks a server that answers, or refuses, so. */
async function askOne(said: () => ReturnType<typeof answer>, ...args: readonly string[]) {
  const server = await startFakeServer({ 'doctor.examine': said });
  try {
    const env = { SEKISHO_DATA: practiceAt(server.url) };
    const ended = await runCli(['doctor', ...args], { env });
    return { ...ended, hat: server.seen[0]?.headers['sekisho-hat'], input: server.seen[0]?.input };
  } finally {
    await server.close();
  }
}

it('prints what the server found as an SRE, and ends as the worst of it demands', async () => {
  const missing = found('slack-scopes', 'missing', slack, { scopes: 'files:write' });
  const fine = found('slack-token', 'good', slack, { team: 'Acme', bot: 'sekisho' });
  const off = found('database', 'embedded', subjectOf('database'), {});
  const ended = await askOne(() => answer([fine, off, missing]), '--json');
  expect([ended.code, ended.hat]).toEqual([5, 'sre']);
  const told = documentOf(ended);
  expect([told.worst, told.findings[0]?.code, told.findings[0]?.level]).toEqual([
    ...['error', 'slack-scopes', 'error'],
  ]);
  expect(told.findings[0]?.fix).toContain('sekisho slack manifest');
  const japanese = await askOne(() => answer([off]), '--lang', 'ja');
  expect(japanese.code).toBe(4);
  expect(japanese.stdout).toContain('警告 database');
  expect((await askOne(() => answer([fine]))).code).toBe(0);
});

it('asks only for what is wanted, and knows no other checks', async () => {
  const ended = await askOne(() => answer([]), '--only', 'engine', '--account', '222222222222');
  // Nothing was looked at: that is not well.
  expect([ended.code, ended.input]).toEqual([4, { only: ['engine'], account: '222222222222' }]);
  const wrong = await runCli(['doctor', '--only', 'moon', '--json']);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect((await runCli(['doctor', '--account', '12'])).code).toBe(2);
});

describe('prints one whole document', () => {
  it('where there is nothing at all', async () => {
    const ended = await runCli(['doctor', '--json']);
    const told = documentOf(ended);
    expect([ended.code, told.server, outcomeOf(told, 'server')]).toEqual([5, null, 'none']);
    expect(outcomeOf(told, 'config-file')).toBe('missing');
  });

  it('beside a sekisho.yaml that is broken and settings that cannot be read', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'sekisho.yaml'), 'installation: [\u001b[2J\u202e\n');
    const env = { SEKISHO_PORT: 'moon' };
    const ended = await runCli(['doctor', '--json'], { cwd, env });
    const told = documentOf(ended);
    expect([outcomeOf(told, 'config-file'), outcomeOf(told, 'settings')]).toEqual([
      ...['broken', 'broken'],
    ]);
    expect(ended.stdout).not.toMatch(/[\u001b\u202e]/);
  });

  it('of PostgreSQL too, and tells what only a usable sekisho.yaml names', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'sekisho.yaml'), 'installation: [');
    const env = { SEKISHO_DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:9/x' };
    const ended = await runCli(['doctor', '--json'], { cwd, env });
    const told = documentOf(ended);
    expect(['database', 'github', 'aws-role'].map((code) => outcomeOf(told, code))).toEqual([
      ...['unreachable', 'blocked', 'blocked'],
    ]);
    expect(ended.stdout).not.toContain('hunter2');
  });

  it.each([
    ['server', { SEKISHO_URL: 'https://me:hunter2@sekisho.example' }],
    ['settings', { SEKISHO_PORT: 'postgres://me:hunter2@db/x' }],
  ])('without the secret that its finding on %s would quote', async (code, env) => {
    const ended = await runCli(['doctor', '--json', '--only', code], { env });
    expect(documentOf(ended).findings.map((each) => each.code)).toContain(code);
    expect(ended.stdout + ended.stderr).not.toContain('hunter2');
  });

  it.each(['-1', '1e12', '0.0015', 'abc'])('with a request’s time of %s s', async (seconds) => {
    const server = await startFakeServer({ 'doctor.examine': () => answer([]) });
    const env = { SEKISHO_DATA: practiceAt(server.url), SEKISHO_REQUEST_TIMEOUT: seconds };
    const ended = await runCli(['doctor', '--json', '--only', 'server'], { env });
    await server.close();
    expect(outcomeOf(documentOf(ended), 'server')).toBe('good');
  });

  it('when the server refuses, and says so', async () => {
    const refuse = () => {
      throw new Refusal('role-too-weak', 'engineer may not.', 'Ask an SRE.');
    };
    const ended = await askOne(refuse as never, '--json');
    const told = documentOf(ended);
    expect([ended.code, outcomeOf(told, 'server')]).toEqual([5, 'refused']);
    expect(told.counts['error']).toBe(1);
  });

  it('when something else answers, whatever it says', async () => {
    const ended = await askPage('{"findings":[{"code":"\\u001b[2J"}],"installation":7}');
    expect([ended.code, outcomeOf(documentOf(ended), 'server')]).toEqual([5, 'unreachable']);
  });

  it('with what a newer server finds wrong, by names that this version does not know', async () => {
    const moon = { code: 'moon', outcome: 'dark', level: 'error', facts: { phase: 1 } };
    const newer = { ...moon, subject: { ...slack, kind: 'sky' } } as never;
    const ended = await askPage(JSON.stringify(answer([newer])));
    expect([ended.code, documentOf(ended).findings[0]?.seen]).toEqual([5, 'dark']);
  });

  it('where sekisho.yaml is a pipe that nobody writes', async () => {
    const cwd = emptyFolder();
    execFileSync('mkfifo', [join(cwd, 'sekisho.yaml')]);
    const told = documentOf(await runCli(['doctor', '--json'], { cwd }));
    expect(outcomeOf(told, 'config-file')).toBe('missing');
  });

  it.each([
    ['sleep 120', 'unreachable'],
    ['false', 'no-credentials'],
  ])('and ends, where AWS’s credentials come from %s', async (program, outcome) => {
    const cwd = emptyFolder();
    const yaml = practiceSeed.replace('installation: practice', 'installation: example');
    writeFileSync(join(cwd, 'sekisho.yaml'), yaml);
    writeFileSync(join(cwd, 'aws'), `[default]\ncredential_process = ${program}\n`);
    const aws = { AWS_CONFIG_FILE: join(cwd, 'aws'), AWS_EC2_METADATA_DISABLED: 'true' };
    const env = { ...aws, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
    const begun = Date.now();
    const ended = await runCli(['doctor', '--json', '--only', 'aws-role'], { cwd, env });
    expect(outcomeOf(documentOf(ended), 'aws-role')).toBe(outcome);
    expect(Date.now() - begun).toBeLessThan(100_000);
  });
});

/** Asks what answers every call with this text. */
async function askPage(text: string): Promise<Ended> {
  const page = createServer((_, reply) => {
    reply.setHeader('content-type', 'application/json');
    reply.end(text);
  });
  await new Promise<void>((done) => page.listen(0, '127.0.0.1', done));
  const { port } = page.address() as { port: number };
  const env = { SEKISHO_DATA: practiceAt(`http://127.0.0.1:${port}`) };
  const ended = await runCli(['doctor', '--json'], { env });
  page.close();
  return ended;
}

it('sees that others may read the key and the secrets of a server that does not run', async () => {
  const cwd = emptyFolder();
  chmodSync(cwd, 0o755);
  const secret = join(cwd, 'bot-token');
  writeFileSync(secret, 'xoxb-1');
  chmodSync(secret, 0o644);
  writeFileSync(join(cwd, 'signing-key.pem'), 'no key');
  const env = { SEKISHO_DATA: cwd, SLACK_BOT_TOKEN_FILE: secret };
  const told = documentOf(await runCli(['doctor', '--json'], { cwd, env }));
  expect([
    outcomeOf(told, 'data-directory'),
    outcomeOf(told, 'signing-key'),
    outcomeOf(told, 'secret-files'),
  ]).toEqual(['exposed', 'unreadable', 'exposed']);
});
