import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '@sekisho/contract';
import { PRACTICE_SLACK_SEED, startPracticeSlack } from '@sekisho/practice/slack';
import { afterAll, expect, it, vi } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import { slackScopes } from '../slack/index.ts';
import { examineGithub } from './github.ts';
import { examineLogin } from './login.ts';
import { examineSlack } from './slack.ts';

vi.setConfig({ testTimeout: 60_000 });

const dataDirectory = mkdtempSync(join(tmpdir(), 'sekisho-doctor-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

const config = practiceConfig();
const signal = () => AbortSignal.timeout(20_000);
const told = (findings: readonly Finding[]) =>
  findings.map(({ code, outcome }) => `${code} ${outcome}`);

async function openSlack(scopes: readonly string[], folder: string) {
  const slack = await startPracticeSlack({
    ...{ port: 0, secret: 'practice-secret', dataDirectory: join(dataDirectory, folder) },
    seed: { ...PRACTICE_SLACK_SEED, scopes },
  });
  const { botToken, appToken, apiUrl: slackApiUrl } = slack;
  const look = (more: object = {}, others = config) =>
    examineSlack({ mode: 'socket', botToken, appToken, slackApiUrl, ...more }, others, signal());
  return { slack, look };
}

it('finds Slack well with what its manifest asks for, and tells what is wrong with a token', async () => {
  const { slack, look } = await openSlack(slackScopes, 'whole');
  try {
    const good = ['slack-token good', 'slack-scopes good', 'slack-socket good'];
    expect(told(await look())).toEqual(good);
    expect(told(await look({ botToken: 'xoxb-forged' }))).toEqual([
      ...['slack-token refused', 'slack-scopes blocked', 'slack-socket good'],
    ]);
    expect(told(await look({ appToken: 'xapp-forged' })).at(-1)).toBe('slack-socket refused');
    expect(told(await look({ appToken: '', botToken: '' }))).toEqual([
      ...['slack-token no-secret', 'slack-scopes blocked', 'slack-socket no-secret'],
    ]);
    const http = { mode: 'http', signingSecret: '' };
    expect(told(await look(http)).at(-1)).toBe('slack-socket no-secret');
    expect(told(await look({ ...http, signingSecret: 'x' })).at(-1)).toBe('slack-socket http');
    const others = practiceConfig((yaml) => yaml.replaceAll('T0PRACTICE', 'T0OTHER'));
    expect(told(await look({}, others))[0]).toBe('slack-token other-team');
  } finally {
    await slack.close();
  }
  expect(told(await look())).toEqual([
    ...['slack-token unreachable', 'slack-scopes blocked', 'slack-socket unreachable'],
  ]);
});

it('does not take for refused what Slack has no time for, and asks for a socket once', async () => {
  const { slack, look } = await openSlack(slackScopes, 'often');
  const opened = new Map<string, number>();
  const { botToken, appToken, apiUrl: slackApiUrl } = slack;
  const settings = { mode: 'socket', botToken, appToken, slackApiUrl } as const;
  try {
    for (let again = 0; again < 12; again++) await examineSlack(settings, config, signal(), opened);
    const outcomes = new Set<string | undefined>();
    for (let again = 0; again < 12; again++) outcomes.add(told(await look()).at(-1));
    expect([...outcomes]).toEqual(['slack-socket good', 'slack-socket unread']);
    expect(told(await examineSlack(settings, config, signal(), opened)).at(-1)).toBe(
      'slack-socket good',
    );
  } finally {
    await slack.close();
  }
});

it('names the scopes that the Slack app lacks', async () => {
  const few = slackScopes.filter((scope) => !scope.startsWith('usergroups'));
  const { slack, look } = await openSlack(few, 'few');
  const scopes = (await look()).find(({ code }) => code === 'slack-scopes');
  await slack.close();
  expect(scopes).toMatchObject({
    ...{ outcome: 'missing', level: 'error' },
    facts: { scopes: 'usergroups:read, usergroups:write' },
  });
});

async function answering(body: (url: string) => object): Promise<string> {
  const server = createServer((_, reply) => reply.end(JSON.stringify(body(url))));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return url;
}

it('tells of a login provider that is not there, or that is another one', async () => {
  const judge = async (issuer: string, secret?: string) => {
    const login = { ...config, login: loginBy(issuer, secret === undefined ? null : 'SECRET') };
    return told([await examineLogin(login, () => secret || undefined, signal())]);
  };
  expect(told([await examineLogin(config, () => undefined, signal())])).toEqual([
    'login-provider off',
  ]);
  expect(await judge(await answering((issuer) => ({ issuer })))).toEqual(['login-provider good']);
  expect(await judge(await answering(() => ({ issuer: 'https://other.example' })))).toEqual([
    'login-provider other-issuer',
  ]);
  expect(await judge(await answering(() => ({})))).toEqual(['login-provider unreachable']);
  expect(await judge('http://127.0.0.1:9')).toEqual(['login-provider unreachable']);
  expect(await judge('http://127.0.0.1:9', '')).toEqual(['login-provider no-secret']);
});

function loginBy(issuer: string, clientSecretVariable: string | null) {
  const rest = { clientId: 'sekisho', scopes: ['openid'], claim: 'email' } as const;
  return { issuer, clientSecretVariable, ...rest, maximumSeconds: 3600, idleSeconds: 3600 };
}

it('tells of GitHub’s secrets that are missing, and of a token that it refuses', async () => {
  const judge = async (status: number, secret: (name: string) => string | undefined) =>
    told([await examineGithub(config, secret, async () => new Response(null, { status }))]);
  const both = () => 'secret';
  expect(await judge(200, both)).toEqual(['github good']);
  expect(await judge(401, both)).toEqual(['github refused']);
  expect(await judge(503, both)).toEqual(['github unreachable']);
  expect(await judge(200, () => undefined)).toEqual(['github no-token']);
  const token = config.github?.tokenVariable;
  expect(await judge(200, (name) => (name === token ? 'secret' : undefined))).toEqual([
    'github no-secret',
  ]);
});
