import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hat, type OpenDoor, openDoor, secret } from '../../../../../test/support/open-door.ts';
import { contextOf } from '../../../../../test/support/world.ts';

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor({ mostStreams: 3 });
});
afterEach(() => door.close());

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

const wish = { environment: 'staging', for: '30m', reason: 'look' };

describe('events', () => {
  it('tell each new entry once, in order, without its texts', async () => {
    const stream = await follow('?after=0');
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const lease = await door.world.as('engineer', 'ops.start', wish);
    await door.world.live(5);
    door.changes.tell();
    const events = await read(stream, 4);
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(events.map(({ event }) => event)).toEqual(['entry', 'entry', 'entry', 'entry']);
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
    for (const _ of [1, 2, 3]) await door.world.as('engineer', 'ops.start', wish).catch(() => null);
    const [first, second] = await read(await follow('?after=0'), 2);
    const [third] = await read(
      await follow('?after=0', { 'last-event-id': String(second?.id) }),
      1,
    );
    expect([first?.id, second?.id, third?.id]).toEqual([1, 2, 3]);
  });

  it('begin with what is new when no number is given', async () => {
    await door.world.as('engineer', 'ops.start', wish);
    const before = (await door.world.as('sre', 'timeline.list', { limit: 1 }))[0]?.number ?? 0;
    const stream = await follow();
    await door.world.as('engineer', 'ops.start', wish).catch(() => null);
    door.changes.tell();
    expect((await read(stream, 1))[0]?.id).toBe(before + 1);
  });

  it('come from other replicas too, which do not ring here', async () => {
    const stream = await follow();
    await door.world.as('engineer', 'ops.start', wish);
    expect((await read(stream, 1))[0]?.data['action']).toBe('ops.start');
  });

  it('come to all who listen', async () => {
    const streams = await Promise.all([follow(), follow(), follow()]);
    await door.world.as('engineer', 'ops.start', wish);
    door.changes.tell();
    const told = await Promise.all(streams.map((stream) => read(stream, 1)));
    expect(new Set(told.map(([event]) => event?.id)).size).toBe(1);
  });

  it('are for so many listeners at once, and a place is free when one leaves', async () => {
    const streams = [await follow(), await follow(), await follow()];
    expect((await follow()).status).toBe(429);
    await streams[0]?.body?.cancel();
    await expect.poll(async () => (await follow()).status).toBe(200);
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

  it('end when the server stops', async () => {
    const stream = await follow();
    door.stopping.abort();
    expect(await read(stream, Number.POSITIVE_INFINITY)).toEqual([]);
  });
});
