import type { Config, SloConfig } from '@sekisho/config';
import { describe, expect, it, vi } from 'vitest';
import { lateSlo, sloDays } from '../../../../../test/support/slos.ts';
import { practiceConfig } from '../../../../../test/support/world.ts';
import { useDoor } from '../../../test/use-door.ts';

vi.setConfig({ testTimeout: 60_000 });

const push = { kind: 'push', latenessMinutes: 5, format: 'jsonl', fields: null } as const;
const slo: SloConfig = lateSlo({
  indicator: { kind: 'measured', source: 'graphql', query: { service: 'shop' } },
});
const config: Config = {
  ...practiceConfig(),
  slos: [slo, { ...slo, id: 'same-minutes' }],
  sources: { graphql: { name: 'graphql', ...push }, beacon: { name: 'beacon', ...push } },
};

const door = useDoor(config, '2026-05-01T10:00:00Z');
const { clock, now } = door;

async function tokenFor(...scopes: string[]): Promise<string> {
  const input = { name: 'sender', scopes, expires: '7d' };
  return (await door.world.as('engineer', 'token.create', input)).token;
}

const minutes = [{ minute: now - 3, good: 5, bad: 2, excluded: 1, clientErrors: 1 }];
const sent = {
  ...{ version: 1, service: 'shop', source: 'graphql', segment: 'pod-1/0', extent: 8 },
  minutes,
};

async function send(body: unknown, token: string, headers: Record<string, string> = {}) {
  return door.send('/ingest/v1/minutes', {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'accept-language': 'en' },
      ...{ authorization: `Bearer ${token}`, ...headers },
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function counts() {
  const [day] = await sloDays(door.world, slo);
  const at = (now - 3) % 1440;
  const { good, bad, clientErrors, measured } = day ?? {};
  return [good, bad, clientErrors, measured].map((column) => column?.[at] ?? 0);
}

describe('minutes that are pushed', () => {
  it('count for every SLO that asks for their service, once', async () => {
    const token = await tokenFor('ingest:graphql');
    const answer = await send(sent, token);
    expect([answer.status, await answer.json()]).toEqual([200, { counted: 1 }]);
    expect((await send(sent, token)).status).toBe(200);
    expect(await counts()).toEqual([5, 2, 1, 60_000]);
    const more = [{ ...minutes[0], good: 9 }];
    await send({ ...sent, extent: 12, minutes: more }, token);
    await send(sent, token);
    expect(await counts()).toEqual([9, 2, 1, 60_000]);
  });

  it('are accepted though no SLO asks for them, and count for none', async () => {
    const token = await tokenFor('ingest:graphql');
    const answer = await send({ ...sent, service: 'other' }, token);
    expect([answer.status, await answer.json()]).toEqual([200, { counted: 0 }]);
    const beacon = await tokenFor('ingest:beacon');
    expect(await (await send(sent, beacon)).json()).toEqual({ counted: 0 });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('are left out where their clock is wild', async () => {
    const token = await tokenFor('ingest:graphql');
    const wild = [now - 1_000_000, now - 3, now + 9999].map((minute) => ({
      ...{ minute, good: 1, bad: 0, excluded: 0, clientErrors: 0 },
    }));
    await send({ ...sent, minutes: wild }, token);
    expect(await counts()).toEqual([1, 0, 0, 60_000]);
    expect(await sloDays(door.world, slo)).toHaveLength(1);
  });
});

describe('a sender', () => {
  it.each([[['*']], [['ops.list']], [['ingest:graphql', 'ingest:beacon']]])(
    'with a token for %j is refused',
    async (scopes) => {
      const answer = await send(sent, await tokenFor(...scopes));
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'token-scope' });
      expect(await counts()).toEqual([0, 0, 0, 0]);
    },
  );

  it('without a good token is told nothing more', async () => {
    for (const token of ['', 'practice', 'sk_guessed'])
      expect((await send(sent, token)).status).toBe(401);
    const input = { name: 'sender', scopes: ['ingest:graphql'], expires: '7d' };
    const { id, token } = await door.world.as('engineer', 'token.create', input);
    clock.turn(8 * 86_400);
    expect((await send(sent, token)).status).toBe(401);
    clock.turn(-8 * 86_400);
    expect((await send(sent, token)).status).toBe(200);
    await door.world.as('engineer', 'token.revoke', { id });
    expect((await send(sent, token)).status).toBe(401);
  });

  it('may do nothing else with its token', async () => {
    const token = await tokenFor('ingest:graphql');
    const answer = await door.send('/api/v1/ops/list', {
      ...{ method: 'POST', body: '{}' },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'token-scope' }]);
  });

  it('cannot be made for a source that is not pushed to', async () => {
    for (const scope of ['ingest:nothing', 'ingest:', 'ingest:__proto__', 'ingest:*'])
      await expect(tokenFor(scope)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('that sends too often is told when to come back', async () => {
    const token = await tokenFor('ingest:graphql');
    const statuses: number[] = [];
    let wait: string | null = null;
    for (let each = 0; each < 520 && wait === null; each += 1) {
      const answer = await send('no json', token);
      statuses.push(answer.status);
      wait = answer.headers.get('retry-after');
    }
    expect(statuses.slice(0, -1).every((status) => status === 400)).toBe(true);
    expect([statuses.length, statuses.at(-1), wait]).toEqual([501, 429, '1']);
    clock.turn(1);
    expect((await send(sent, token)).status).toBe(200);
  });
});

describe('a push that is not one', () => {
  it.each([
    ['no JSON', 400, 'not json'],
    ['not what a push is', 422, { ...sent, version: 2 }],
    ['a count below nothing', 422, { ...sent, minutes: [{ ...minutes[0], bad: -1 }] }],
    ['too large', 413, `"${'x'.repeat(300_000)}"`],
  ])('being %s, is answered %i', async (_, status, body) => {
    const token = await tokenFor('ingest:graphql');
    const answer = await send(body, token);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code: 'bad-input' });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('as sums beyond exactness, is refused and changes nothing', async () => {
    const token = await tokenFor('ingest:graphql');
    await send(sent, token);
    const huge = { ...minutes[0], good: Number.MAX_SAFE_INTEGER - 3, bad: 0, excluded: 0 };
    const answer = await send({ ...sent, segment: 'pod-2/0', minutes: [huge] }, token);
    expect(answer.status).toBe(422);
    expect(await counts()).toEqual([5, 2, 1, 60_000]);
  });

  it('by another method or type is refused', async () => {
    const token = await tokenFor('ingest:graphql');
    expect((await send(sent, token, { 'content-type': 'text/plain' })).status).toBe(415);
    const read = await door.send('/ingest/v1/minutes', { method: 'GET' });
    expect(read.status).toBe(405);
  });
});
