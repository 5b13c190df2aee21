import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hat, type OpenDoor, openDoor, secret } from '../../../../../test/support/open-door.ts';
import { contextOf } from '../../../../../test/support/world.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

async function head(): Promise<number> {
  return (await door.world.as('sre', 'timeline.list', { limit: 1 }))[0]?.number ?? 0;
}

interface Told {
  readonly id: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads events until there are so many, then leaves; `all` reads until the stream ends. */
async function read(response: Response, count: number): Promise<Told[]> {
  const events: Told[] = [];
  let text = '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  while (events.length < count) {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    text += value;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    events.push(...frames.flatMap(parse));
  }
  await reader?.cancel();
  return events;
}

function parse(frame: string): Told[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
  const data = field('data');
  if (data === undefined) return [];
  return [{ id: Number(field('id')), event: field('event') ?? '', data: JSON.parse(data) }];
}

function follow(query = '', headers: Record<string, string> = {}): Promise<Response> {
  const url = `${door.url}/api/v1/events${query}`;
  return fetch(url, { headers: { ...hat('support'), ...headers } });
}

/** Adds one entry. */
const write = () => door.world.as('sre', 'timeline.anchor', {});

const wish = { environment: 'staging', for: '30m', reason: 'look' };

describe('events', () => {
  it('tell each new entry once, in order, without its texts', async () => {
    const before = await head();
    const stream = await follow(`?after=${before}`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const lease = await door.world.as('engineer', 'ops.start', wish);
    await door.world.live(5);
    door.changes.tell();
    const events = await read(stream, 3);
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3].map((step) => before + step));
    expect(events.map(({ event }) => event)).toEqual(['entry', 'entry', 'entry']);
    const start = events.find(({ data }) => data['action'] === 'ops.start');
    expect(start?.data).toEqual({
      number: start?.id,
      action: 'ops.start',
      lease: lease.id,
      environment: 'staging',
      subject: lease.id,
    });
  });

  it('resume after the last one that was received', async () => {
    const after = `?after=${await head()}`;
    for (const _ of [1, 2, 3]) await write();
    const [first, second] = await read(await follow(after), 2);
    const [third] = await read(await follow(after, { 'last-event-id': String(second?.id) }), 1);
    expect([second?.id, third?.id]).toEqual([1, 2].map((step) => (first?.id ?? 0) + step));
  });

  it('begin with what is new when no number is given', async () => {
    const before = await head();
    const stream = await follow();
    await write();
    door.changes.tell();
    expect((await read(stream, 1))[0]?.id).toBe(before + 1);
  });

  it('come from other replicas too, which do not ring here', async () => {
    const stream = await follow();
    await write();
    expect((await read(stream, 1))[0]?.data['action']).toBe('timeline.anchor');
  });

  it('come to all who listen', async () => {
    const streams = await Promise.all([follow(), follow(), follow()]);
    await write();
    door.changes.tell();
    const told = await Promise.all(streams.map((stream) => read(stream, 1)));
    expect(new Set(told.map(([event]) => event?.id)).size).toBe(1);
  });

  it('are for those who may list the timeline', async () => {
    expect((await fetch(`${door.url}/api/v1/events`)).status).toBe(401);
    const narrow = { name: 'n', scopes: ['ops.list'], expires: '1h' };
    const { token } = await door.world.core.call('token.create', contextOf('sre'), narrow);
    const refused = await follow('', { authorization: `Bearer ${token}` });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      403,
      'token-scope',
    ]);
  });

  it('come to a browser by its cookie', async () => {
    const signedIn = await fetch(`${door.url}/practice/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const own = { headers: { cookie, 'sec-fetch-site': 'same-origin' } };
    expect((await fetch(`${door.url}/api/v1/events`, own)).status).toBe(200);
    const foreign = { headers: { cookie, 'sec-fetch-site': 'same-site' } };
    expect((await fetch(`${door.url}/api/v1/events`, foreign)).status).toBe(403);
  });

  it.each(['?after=-1', '?after=x', '?after=1e3'])('refuse %s', async (query) => {
    expect((await follow(query)).status).toBe(400);
  });

  it('are for so many listeners at once, free a place when one leaves, and end when the server stops', async () => {
    const narrow = await openDoor({ mostStreams: 3 });
    try {
      const open = () => fetch(`${narrow.url}/api/v1/events`, { headers: hat('support') });
      const streams = [await open(), await open(), await open()];
      expect((await open()).status).toBe(429);
      await streams[0]?.body?.cancel();
      await expect.poll(async () => (await open()).status).toBe(200);
      narrow.stopping.abort();
      for (const stream of streams.slice(1)) {
        expect(await read(stream, Number.POSITIVE_INFINITY)).toEqual([]);
      }
    } finally {
      await narrow.close();
    }
  });
});
