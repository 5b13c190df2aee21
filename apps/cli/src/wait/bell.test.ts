import { afterEach, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from '../../test/fake-server.ts';
import type { Host } from '../host.ts';
import { callerOf } from '../server/call.ts';
import { hangBell } from './bell.ts';

let server: FakeServer | undefined;
afterEach(() => server?.close());

const lease = 'ops-7k3f9q2m';
const silent = { write: async () => {}, isTerminal: false, columns: 80 };

/** A host on whose clock long waits never end by themselves, so that only an event can end them. */
const host: Host = {
  env: {},
  cwd: '/',
  home: '/',
  uid: null,
  root: '/',
  stdout: silent,
  stderr: silent,
  fetch: globalThis.fetch,
  now: () => 0,
  newKey: () => 'key',
  language: 'en',
  runProgram: async () => 0,
  endSoon: () => undefined,
  endWith: () => () => undefined,
  sleep: (milliseconds, signal) =>
    new Promise((done) => {
      if (milliseconds <= 500) setTimeout(done, 1);
      signal?.addEventListener('abort', () => done(), { once: true });
    }),
};

async function hang() {
  const entry = {
    at: '2026-11-21T05:00:00.000Z',
    actor: { id: 'x', kind: 'person', assurance: 'none', authenticatedAt: '' },
    action: 'ops.start',
    outcome: 'done',
    subject: null,
    environment: null,
    service: null,
    lease: null,
    data: {},
    texts: {},
    hash: '',
  } as const;
  server = await startFakeServer({ 'timeline.list': () => [{ ...entry, number: 41 }] });
  const reached = { url: server.url, headers: async () => ({}), practice: true };
  const bell = await hangBell(host, { server: reached, call: callerOf(host, reached) }, lease);
  return { bell, fake: server };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
}

describe('the bell', () => {
  it('rings at an event about the lease, and not at one about another', async () => {
    const { bell, fake } = await hang();
    await until(() => fake.streams.length === 1);
    let rung = 0;
    const waiting = bell.wait(60_000).then(() => {
      rung += 1;
    });
    fake.tell({ number: 42, lease: 'ops-another1' });
    await new Promise((done) => setTimeout(done, 50));
    expect(rung).toBe(0);
    fake.tell({ number: 43, lease });
    await waiting;
    bell.close();
  });

  it('asks for the events after the newest entry, and after the last event when it was cut off', async () => {
    const { bell, fake } = await hang();
    await until(() => fake.streams.length === 1);
    fake.tell({ number: 45, lease });
    await bell.wait(60_000);
    await new Promise((done) => setTimeout(done, 50));
    fake.hangUp();
    await until(() => fake.streams.length > 1);
    expect(fake.streams.slice(0, 2)).toEqual([
      '/api/v1/events?after=41',
      '/api/v1/events?after=45',
    ]);
    bell.close();
  });
});
