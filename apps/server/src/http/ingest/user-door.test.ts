import type { Config, SloConfig } from '@sekisho/config';
import { describe, expect, it, vi } from 'vitest';
import { lateSlo, sloDays } from '../../../../../test/support/slos.ts';
import { practiceConfig } from '../../../../../test/support/world.ts';
import { useDoor } from '../../../test/use-door.ts';
import { createUsers, type Users } from './users.ts';

vi.setConfig({ testTimeout: 60_000 });

const shop = 'https://shop.example';
const push = { kind: 'push', latenessMinutes: 5, format: 'jsonl', fields: null } as const;
const slo: SloConfig = lateSlo({
  indicator: {
    kind: 'events',
    source: 'users',
    sli: { goodWhen: { not: { status: [{ from: 500, to: 999 }] } } },
  },
});
const config: Config = {
  ...practiceConfig(),
  slos: [slo],
  sources: {
    users: { name: 'users', ...push, origins: [shop] },
    closed: { name: 'closed', ...push },
  },
};

let users: Users;
const door = useDoor(config, '2026-05-01T10:00:30Z', ({ core }) => {
  let last = 0;
  users = createUsers(core, () => String((last += 1)));
  return { users };
});
const { clock, now } = door;

const page = '0b7f3c9e-6f3a-4f6e-9a51-0123456789ab';
const sending = (n: number, ...statuses: number[]) =>
  JSON.stringify({
    v: 1,
    p: page,
    n,
    q: 1,
    e: statuses.map((s) => ({ a: 0, r: '/cart', m: 'GET', s, d: 80 })),
  });

function post(path: string, body: string, headers: Record<string, string> = { origin: shop }) {
  const all = { 'content-type': 'text/plain;charset=UTF-8', ...headers };
  return door.send(`/ingest/v1/${path}`, { method: 'POST', headers: all, body });
}

async function counted() {
  await users.store();
  const days = await sloDays(door.world, slo);
  const at = now % 1440;
  return days.map(({ good, bad, measured }) => [good[at], bad[at], measured[at]]);
}

describe('the door for beacons', () => {
  it('counts what a page sends once, however often it comes', async () => {
    for (let times = 0; times < 3; times += 1)
      expect((await post('beacon/users', sending(0, 200, 503))).status).toBe(204);
    expect((await post('beacon/users', sending(1, 0, 200))).status).toBe(204);
    clock.turn(60);
    expect(await counted()).toEqual([[2, 2, 60_000]]);
    await users.store();
    clock.turn(-60);
    expect(await counted()).toEqual([[2, 2, 60_000]]);
  });

  it('takes nothing from pages that no source names, and nothing at a source that names none', async () => {
    for (const origin of ['https://evil.example', 'null', ''])
      expect((await post('beacon/users', sending(0, 503), { origin })).status).toBe(403);
    expect((await post('beacon/closed', sending(0, 503))).status).toBe(403);
    expect((await post('beacon/nowhere', sending(0, 503))).status).toBe(403);
    expect((await post('beacon/constructor', sending(0, 503))).status).toBe(403);
    expect(await counted()).toEqual([]);
  });

  it('refuses what no beacon wrote, what is too long, and who sends too much', async () => {
    expect((await post('beacon/users', '{}')).status).toBe(400);
    expect((await post('beacon/users', 'x'.repeat(70_000))).status).toBe(413);
    const answers = [];
    for (let n = 0; n < 120; n += 1)
      answers.push((await post('beacon/users', sending(n, 200))).status);
    expect(answers).toContain(429);
    expect(answers[0]).toBe(204);
  });
});

describe('the door for network errors', () => {
  const body = {
    type: 'tcp.refused',
    method: 'GET',
    status_code: 0,
    elapsed_time: 12,
    sampling_fraction: 1,
  };
  const report = (url: string) => ({ age: 0, type: 'network-error', url, body });

  it('counts errors of our sites, which no server could have logged', async () => {
    const reports = JSON.stringify([report(`${shop}/cart`), report('https://other.example/')]);
    expect(
      (await post('nel/users', reports, { 'content-type': 'application/reports+json' })).status,
    ).toBe(204);
    clock.turn(60);
    expect(await counted()).toEqual([[0, 1, 60_000]]);
    clock.turn(-60);
  });

  it('takes reports of our sites from no page of others, which could let its visitors send them', async () => {
    const reports = JSON.stringify([report(`${shop}/cart`)]);
    const sent = (origin: string) => post('nel/users', reports, { origin });
    for (const origin of ['https://evil.example', 'https://evilshop.example', 'null'])
      expect((await sent(origin)).status).toBe(403);
    for (const origin of [shop, 'https://example']) expect((await sent(origin)).status).toBe(204);
  });

  it('answers the question that browsers ask beforehand for our sites alone', async () => {
    const ask = (origin: string) =>
      door.send('/ingest/v1/nel/users', { method: 'OPTIONS', headers: { origin } });
    const ours = await ask(shop);
    expect(ours.headers.get('access-control-allow-origin')).toBe(shop);
    expect(ours.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(
      (await ask('https://evil.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });
});
