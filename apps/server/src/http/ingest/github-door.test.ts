import { createHmac } from 'node:crypto';
import type { Config, SloConfig } from '@sekisho/config';
import { systemPrincipal, takePush, transact } from '@sekisho/core';
import { describe, expect, it, vi } from 'vitest';
import { lateSlo } from '../../../../../test/support/slos.ts';
import { practiceConfig } from '../../../../../test/support/world.ts';
import { useFakeGithub } from '../../../test/fake-github.ts';
import { useDoor } from '../../../test/use-door.ts';
import { githubTeller } from '../../github/open-github.ts';

vi.setConfig({ testTimeout: 60_000 });

const github = useFakeGithub();

const slo: SloConfig = lateSlo({
  ...{ id: 'shop-answers', service: 'shop', target: 0.99 },
  indicator: { kind: 'measured', source: 'push', query: { service: 'shop' } },
});
const access = {
  // Nobody knows the port before the tests begin.
  get api() {
    return github.api;
  },
  ...{ tokenVariable: 'SEKISHO_GITHUB_TOKEN', fixLabels: ['fix'] },
  webhookSecretVariable: 'SEKISHO_GITHUB_WEBHOOK',
  ...({ whenSpent: 'failure', language: 'en' } as const),
};
const config: Config = {
  ...practiceConfig(),
  ...{ url: 'https://ops.example', github: access, slos: [slo] },
  services: {
    shop: { name: 'shop', displayName: null, owners: [], repositories: ['example/shop'] },
  },
  sources: {
    push: { name: 'push', kind: 'push', latenessMinutes: 0, format: 'jsonl', fields: null },
  },
};
const secrets: Readonly<Record<string, string>> = {
  SEKISHO_GITHUB_TOKEN: 't0ken',
  SEKISHO_GITHUB_WEBHOOK: 's3cret',
};
const secret = (variable: string) => secrets[variable];
const door = useDoor(config, '2026-05-01T10:30:00Z', () => ({ secret }));
const head = (letter: string) => letter.repeat(40);

function eventOf(sha = head('a'), labels: readonly string[] = [], state = 'open') {
  return {
    ...{ action: 'synchronize', number: 12, repository: { full_name: 'Example/Shop' } },
    pull_request: {
      ...{ state, head: { sha, ref: 'topic' }, updated_at: door.clock.now().toISOString() },
      labels: labels.map((name) => ({ id: 1, name })),
    },
  };
}

function deliver(
  event: unknown,
  more: { readonly kind?: string; readonly signature?: string; readonly body?: string } = {},
) {
  const body = more.body ?? JSON.stringify(event);
  const hmac = createHmac('sha256', 's3cret').update(body).digest('hex');
  return door.send('/ingest/v1/github', {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'x-github-delivery': 'd-1' },
      'x-github-event': more.kind ?? 'pull_request',
      'x-hub-signature-256': more.signature ?? `sha256=${hmac}`,
    },
    body,
  });
}

const taken = async (answer: Promise<Response>) =>
  ((await (await answer).json()) as { readonly taken: string }).taken;

const logged: object[] = [];
const ignore = () => undefined;
const logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: (of: object) => void logged.push(of),
};

/** Carries out what is due; answers how many orders there were. */
async function carryOut(): Promise<number> {
  const options = { fetch, secret, now: () => door.clock.now().getTime(), logger };
  const tell = githubTeller(door.world.core, options as never);
  let told = 0;
  while ((await tell()) > 0) told += 1;
  return told;
}

/** What users met in the ten minutes before now. */
async function measured(bad: number) {
  const { house } = door.world.core;
  const now = Math.floor(door.clock.now().getTime() / 60_000);
  const counts = { good: 100 - bad, bad, excluded: 0, clientErrors: 0 };
  const minutes = Array.from({ length: 10 }, (_, at) => ({ minute: now - 10 + at, ...counts }));
  const push = { service: 'shop', source: 'web', segment: `at-${now}`, extent: 1, minutes };
  await transact(house, systemPrincipal(house.clock.now()), (tx) =>
    takePush(tx, 'push', push as never),
  );
}

describe('GitHub’s webhook', () => {
  it('is believed only when GitHub signed these very bytes', async () => {
    expect(await taken(deliver({ zen: 'x' }, { kind: 'ping' }))).toBe('not-ours');
    expect(await taken(deliver(eventOf()))).toBe('kept');
    const body = JSON.stringify(eventOf());
    const other = createHmac('sha256', 'other').update(body).digest('hex');
    for (const signature of ['', 'sha256=', `sha256=${other}`, other])
      expect((await deliver(null, { body, signature })).status).toBe(401);
    const of = createHmac('sha256', 's3cret').update(body).digest('hex');
    const changed = body.replace('open', 'closed');
    expect((await deliver(null, { body: changed, signature: `sha256=${of}` })).status).toBe(401);
  });

  it('refuses what is signed and makes no sense, and takes nothing of other repositories', async () => {
    expect((await deliver(null, { body: '{' })).status).toBe(400);
    expect((await deliver({ number: 'x' })).status).toBe(400);
    const elsewhere = { ...eventOf(), repository: { full_name: 'example/else' } };
    expect(await taken(deliver(elsewhere))).toBe('not-ours');
    expect(await carryOut()).toBe(0);
  });
});

describe('the status of a pull request’s head', () => {
  it('follows the budget, the label and the override, told as GitHub wants it', async () => {
    await measured(0);
    await deliver(eventOf());
    expect(await carryOut()).toBe(1);
    expect(github.asked).toEqual([
      {
        ...{ method: 'POST', path: `/api/v3/repos/example/shop/statuses/${head('a')}` },
        ...{ authorization: 'Bearer t0ken', status: 201 },
        body: {
          ...{ state: 'success', context: 'sekisho/error-budget' },
          description: '100% of the budget of shop-answers is left.',
          target_url: 'https://ops.example/slos/shop-answers',
        },
      },
    ]);
    door.clock.turn(1200);
    await measured(50);
    await door.world.core.runLoops();
    await carryOut();
    expect(github.asked.at(-1)?.body).toMatchObject({
      state: 'failure',
      description: expect.stringMatching(/is spent \(-.*%\); only fixes .* \(label "fix"\)/),
    });
    await deliver(eventOf(head('a'), ['Fix']));
    await carryOut();
    expect(github.asked.at(-1)?.body).toMatchObject({ state: 'success' });
    await deliver(eventOf(head('b')));
    await carryOut();
    expect(github.asked.at(-1)?.body?.['state']).toBe('failure');
    await door.world.as('sre', 'slo.override', {
      ...{ repository: 'example/shop', commit: 'bbbbbbb', reason: 'the sale' },
    });
    await carryOut();
    expect(github.asked.at(-1)).toMatchObject({
      path: `/api/v3/repos/example/shop/statuses/${head('b')}`,
      body: { state: 'success', description: expect.stringContaining('sre let this commit') },
    });
  });

  it('is tried again while GitHub is away, and what is old by then is not sent', async () => {
    github.answers.push({ status: 502 }, { status: 502 });
    await deliver(eventOf());
    await carryOut();
    door.clock.turn(2);
    await carryOut();
    expect(github.asked).toHaveLength(2);
    await deliver(eventOf(head('b')));
    door.clock.turn(10);
    await carryOut();
    door.clock.turn(600);
    expect(await carryOut()).toBe(0);
    expect(github.asked.map(({ path }) => path.slice(-1))).toEqual(['a', 'a', 'b']);
  });

  it('waits for as long as GitHub asks to be left alone, and no longer', async () => {
    const inSeconds = (seconds: number) => String(door.clock.now().getTime() / 1000 + seconds);
    const complaints = [
      { wait: 90, headers: { 'retry-after': '90' } },
      { wait: 700, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '700' } },
      // It does not say for how long: a minute, and twice that when it complains again.
      { wait: 60, status: 429 },
      { wait: 120, body: '{"message":"You have exceeded a secondary rate limit."}' },
    ];
    await deliver(eventOf());
    for (const { wait, headers = {}, ...said } of complaints) {
      const reset = 'x-ratelimit-reset' in headers ? { 'x-ratelimit-reset': inSeconds(wait) } : {};
      github.answers.push({ status: 403, ...said, headers: { ...headers, ...reset } });
      expect(await carryOut()).toBe(1);
      door.clock.turn(wait - 1);
      expect(await carryOut()).toBe(0);
      door.clock.turn(300);
    }
    expect(github.asked).toHaveLength(4);
    await carryOut();
    expect(github.asked.map(({ status }) => status)).toEqual([403, 403, 429, 403, 201]);
  });

  it('is given up, and logged, where GitHub says that it is not ours to set', async () => {
    github.answers.push({ status: 404 });
    await deliver(eventOf());
    await carryOut();
    door.clock.turn(600);
    expect(await carryOut()).toBe(0);
    expect(logged).toEqual([{ repository: 'example/shop', head: head('a'), status: 404 }]);
  });
});
