import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, expect, test } from 'vitest';
import type { PracticeGithub, PracticeGithubOptions } from './options.ts';
import { startPracticeGithub } from './server.ts';

const open: PracticeGithub[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

async function start(more: Partial<PracticeGithubOptions> = {}): Promise<PracticeGithub> {
  const github = await startPracticeGithub({ port: 0, secret: 'practice-secret', ...more });
  open.push(github);
  return github;
}

async function say(github: PracticeGithub, path: string, body: object): Promise<unknown> {
  const headers = { authorization: 'Bearer practice-secret', 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await fetch(`${github.url}/practice/${path}`, sent)).json();
}

async function jobToken(github: PracticeGithub, audience = 'https://sekisho.example') {
  const { pull } = github.person({ act: 'open-pull', who: 'taro-suzuki', title: 'Widen' });
  const { run } = github.person({ act: 'merge', pull: pull?.number ?? 0, who: 'taro-suzuki' });
  const { tokenUrl, token } = github.beginJob(run?.id ?? 0, 'apply');
  return () =>
    fetch(`${tokenUrl}&audience=${encodeURIComponent(audience)}`, {
      headers: { authorization: `bearer ${token}` },
    });
}

async function valueOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { value: string }).value;
}

test('gives a running job a token that its published keys verify, with the claims of the job', async () => {
  const github = await start();
  const ask = await jobToken(github);
  const discovery = await fetch(`${github.url}/.well-known/openid-configuration`);
  const { issuer, jwks_uri } = (await discovery.json()) as Record<string, string>;
  const keys = createRemoteJWKSet(new URL(jwks_uri ?? ''));
  const options = { issuer: issuer ?? '', audience: 'https://sekisho.example' };
  const { payload } = await jwtVerify(await valueOf(await ask()), keys, options);
  expect(payload).toMatchObject({
    sub: 'repo:acme@9001/infra@7001:environment:production',
    ...{ repository: 'acme/infra', repository_id: '7001', actor: 'taro-suzuki', run_attempt: '1' },
    job_workflow_ref: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
  });
  const again = await jwtVerify(await valueOf(await ask()), keys, options);
  expect(again.payload.jti).not.toBe(payload.jti);
});

test('gives nobody a token who is no running job', async () => {
  const github = await start();
  await jobToken(github);
  const answer = await fetch(`${github.url}/token-request?audience=x`, {
    headers: { authorization: 'bearer 00' },
  });
  expect(answer.status).toBe(401);
});

test('signs with a new key after a rotation, and has faults that one can set', async () => {
  const github = await start();
  const ask = await jobToken(github);
  const kid = async () => decodeProtectedHeader(await valueOf(await ask())).kid;
  const published = async () => {
    const answer = await fetch(`${github.url}/.well-known/jwks`);
    const { keys = [] } = (await answer.json()) as { keys?: { kid: string }[] };
    return { status: answer.status, kids: keys.map((key) => key.kid) };
  };
  const before = await kid();
  await say(github, 'keys/rotate', {});
  const after = await kid();
  expect(after).not.toBe(before);
  expect((await published()).kids).toEqual([after, before]);
  await say(github, 'keys/rotate', { forget: true });
  expect((await published()).kids).not.toContain(after);
  await say(github, 'faults', { jwksDown: true, tokensRefused: 1, clockSkewSeconds: 900 });
  expect((await published()).status).toBe(503);
  expect((await ask()).status).toBe(500);
  const [, claims = ''] = (await valueOf(await ask())).split('.');
  const { iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number };
  expect(iat * 1000 - Date.now()).toBeGreaterThan(800_000);
});

test('shows a commit the statuses that were set, to whoever has the token', async () => {
  const github = await start();
  const sha = 'a'.repeat(40);
  const call = (path: string, init: RequestInit = {}, token = github.apiToken) =>
    fetch(`${github.apiUrl}/repos/acme/infra/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}` },
    });
  const status = { state: 'pending', context: 'sekisho/apply', description: 'waits' };
  const body = JSON.stringify(status);
  expect((await call(`statuses/${sha}`, { method: 'POST', body }, 'wrong')).status).toBe(401);
  expect((await call(`statuses/${sha}`, { method: 'POST', body })).status).toBe(201);
  expect(await (await call(`commits/${sha}/statuses`)).json()).toMatchObject([status]);
  expect((await call('nowhere')).status).toBe(404);
});

test('tells the webhook, signed, of a pull request, of checks of its jobs and of statuses', async () => {
  const heard: string[] = [];
  let secret = '';
  const server = createServer((request, response) => {
    const seal = createHmac('sha256', secret);
    request.on('data', (bytes: Buffer) => seal.update(bytes));
    request.on('end', () => {
      const { 'x-github-event': event, 'x-hub-signature-256': given } = request.headers;
      const good = given === `sha256=${seal.digest('hex')}`;
      heard.push(`${String(event)} ${good ? 'signed' : 'forged'}`);
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const github = await start({
    webhookUrl: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  });
  secret = github.webhookSecret;
  const { pull } = github.person({ act: 'open-pull', who: 'taro-suzuki', title: 'Widen' });
  const sha = pull?.head ?? '';
  await setStatus(github, sha, 'failure');
  const events = ['check_run signed', 'pull_request signed', 'status signed'];
  await expect.poll(() => heard.toSorted()).toEqual(events);
  server.close();
});

const asApi = ({ apiToken }: PracticeGithub) => ({ authorization: `Bearer ${apiToken}` });

async function setStatus(github: PracticeGithub, sha: string, state: string): Promise<void> {
  const body = JSON.stringify({ state, context: 'sekisho/error-budget', description: state });
  const url = `${github.apiUrl}/repos/acme/infra/statuses/${sha}`;
  const answer = await fetch(url, { method: 'POST', headers: asApi(github), body });
  expect(answer.status).toBe(201);
}

test('shows on a commit a check for each job, and of each context the newest status', async () => {
  const github = await start();
  const { pull, run } = github.person({ act: 'open-pull', who: 'taro-suzuki', title: 'Widen' });
  const sha = pull?.head ?? '';
  const read = async (path: string) =>
    (
      await fetch(`${github.apiUrl}/repos/acme/infra/commits/${sha}/${path}`, {
        headers: asApi(github),
      })
    ).json();
  expect(await read('status')).toMatchObject({ state: 'pending', total_count: 0 });
  await setStatus(github, sha, 'failure');
  await setStatus(github, sha, 'success');
  expect(await read('status')).toMatchObject({
    state: 'success',
    statuses: [{ context: 'sekisho/error-budget', state: 'success' }],
  });
  github.beginJob(run?.id ?? 0, 'plan');
  expect(await read('check-runs')).toMatchObject({
    total_count: 1,
    check_runs: [{ name: 'plan', status: 'in_progress', conclusion: null, head_sha: sha }],
  });
});

test('keeps its keys over a restart, in a file of its owner alone', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'practice-github-'));
  const first = await start({ dataDirectory });
  const kids = async ({ url }: PracticeGithub) => (await fetch(`${url}/.well-known/jwks`)).text();
  const before = await kids(first);
  await first.close();
  expect(await kids(await start({ dataDirectory }))).toBe(before);
  expect((await stat(join(dataDirectory, 'github.json'))).mode & 0o077).toBe(0);
  await rm(dataDirectory, { recursive: true });
});
