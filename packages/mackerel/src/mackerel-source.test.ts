import { afterEach, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Said,
  startAnswering,
} from '../../../test/support/answering-server.ts';
import { createMackerelSource, type MackerelSourceOptions } from './index.ts';
import type { Alert } from './read-alerts.ts';

const open: AnsweringServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const BEGIN = Date.UTC(2026, 9, 4, 12, 0);
const first = BEGIN / 60_000;
const span = { from: first, to: first + 6 };
const DAY = 86_400;

async function facing(
  answer: (query: URLSearchParams) => Said,
  more: Partial<MackerelSourceOptions> = {},
) {
  const server = await startAnswering(({ query }) => answer(query));
  open.push(server);
  const source = createMackerelSource({
    ...{ apiKey: 'key', monitorIds: ['m1', 'm2'], watchedSince: 0, url: `${server.url}/` },
    now: () => BEGIN + 3_600_000,
    ...more,
  });
  return { source, asked: server.asked };
}

/** Seconds since the span's beginning; null for an alert that is open. */
const alert = (id: string, from: number, to: number | null, more: Partial<Alert> = {}): Alert => ({
  ...{
    id,
    status: to === null ? 'CRITICAL' : 'OK',
    monitorId: 'm1',
    openedAt: BEGIN / 1000 + from,
  },
  ...(to === null ? {} : { closedAt: BEGIN / 1000 + to }),
  ...more,
});

/** A Mackerel with these alerts, newest first, in pages of two. */
const holding =
  (alerts: readonly Alert[]) =>
  (query: URLSearchParams): Said => {
    const all = alerts
      .filter(({ closedAt }) => query.has('withClosed') || closedAt === undefined)
      .toSorted((a, b) => b.openedAt - a.openedAt);
    const begin = all.findIndex(({ id }) => id === query.get('nextId')) + 1;
    const page = all.slice(begin, begin + 2);
    const more = begin + 2 < all.length ? { nextId: page.at(-1)?.id } : {};
    return { body: { alerts: page, ...more } };
  };

async function read(alerts: readonly Alert[], more: Partial<MackerelSourceOptions> = {}) {
  const { source } = await facing(holding(alerts), more);
  const minutes = await source.read(span);
  return minutes.map(({ minute, bad, measured }) => [minute - first, bad, measured]);
}

const GOOD = [0, 1, 2, 3, 4, 5].map((minute) => [minute, 0, 60_000]);
const badAt = (...bad: number[]) =>
  GOOD.map(([minute = 0]) => [minute, bad.includes(minute) ? 1 : 0, 60_000]);

describe('minutes of Mackerel’s alerts', () => {
  it('are bad while an alert of the monitors was open, and good otherwise', async () => {
    const alerts = [
      alert('a', 70, 130),
      alert('b', 100, 185, { monitorId: 'm2' }),
      alert('c', 0, 360, { monitorId: 'other' }),
      alert('d', 250, 260, { monitorId: undefined }),
      alert('e', -500, -100),
    ];
    expect(await read(alerts)).toEqual(badAt(1, 2, 3));
  });

  it('are good without any alert', async () => {
    expect(await read([])).toEqual(GOOD);
  });

  it('are bad until the end under an alert that is open, however long', async () => {
    const others = Array.from({ length: 5 }, (_, index) => {
      const opened = -DAY * (50 + index);
      return alert(`x${index}`, opened, opened + 9);
    });
    const longOpen = alert('a', -400 * DAY, null);
    expect(await read([alert('b', -1, 1), ...others, longOpen])).toEqual(badAt(0, 1, 2, 3, 4, 5));
  });

  it('are bad under an alert of weeks that is closed now', async () => {
    const others = Array.from({ length: 5 }, (_, index) =>
      alert(`x${index}`, -DAY * index - 90, -DAY * index - 80),
    );
    expect(await read([...others, alert('long', -20 * DAY, 61)])).toEqual(badAt(0, 1));
  });

  it('are not measured while a status is unknown, unless something is known to be bad', async () => {
    const unknown = alert('a', 90, null, { status: 'UNKNOWN' });
    expect(await read([unknown, alert('b', 200, 230)])).toEqual([
      [0, 0, 60_000],
      [1, 0, 30_000],
      [3, 1, 30_000],
    ]);
  });

  it('are good under a warning, when only critical ones were declared bad', async () => {
    const warning = alert('a', 0, null, { status: 'WARNING' });
    expect(await read([warning])).toEqual(badAt(0, 1, 2, 3, 4, 5));
    expect(await read([warning], { badStatuses: ['CRITICAL'] })).toEqual(GOOD);
  });

  it('are not measured before the monitors watched, nor before they have ended', async () => {
    const more = { watchedSince: BEGIN + 90_000, now: () => BEGIN + 200_000 };
    expect(await read([], more)).toEqual([
      [1, 0, 30_000],
      [2, 0, 60_000],
    ]);
  });

  it('are asked for with the key, and not of ages ago', async () => {
    const alerts = Array.from({ length: 40 }, (_, index) =>
      alert(`x${index}`, -10 * DAY * index, -10 * DAY * index + 1),
    );
    const { source, asked } = await facing(holding(alerts));
    await source.read(span);
    expect(asked[0]).toMatchObject({ path: '/api/v0/alerts', headers: { 'x-api-key': 'key' } });
    expect(asked.length).toBeLessThan(6);
  });

  it.each<[string, Said, string]>([
    ['a wrong key', { status: 401, body: { error: 'Authentication failed.' } }, 'denied'],
    ['too many requests', { status: 429, body: '' }, 'limited'],
    ['its own failure', { status: 503, body: '' }, 'unreachable'],
    ['alerts of another form', { body: { alerts: [{ id: 1 }] } }, 'bad-answer'],
    ['a page that leads to itself', { body: { alerts: [], nextId: 'again' } }, 'bad-answer'],
  ])('fail on %s', async (_, answer, code) => {
    const { source } = await facing(() => answer);
    await expect(source.read(span)).rejects.toMatchObject({ name: 'SourceError', code });
  });
});
