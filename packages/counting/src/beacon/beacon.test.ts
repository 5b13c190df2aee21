import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSli } from '../sli/declaration.ts';
import { createUserCounter, readBeacon, readNel, type UserEvent } from './index.ts';

const page = '0b7f3c9e-6f3a-4f6e-9a51-0123456789ab';
const now = Date.UTC(2026, 9, 4, 0, 1, 30);
const minute = Math.floor(now / 60_000);
const asked = { a: 0, r: '/cart', m: 'GET', s: 200, d: 80 };
const sent = (...e: unknown[]) => JSON.stringify({ v: 1, p: page, n: 0, q: 1, e });

function counted(text: string, sli = defaultSli) {
  const counter = createUserCounter(sli);
  counter.add(readBeacon(text)?.events ?? [], now);
  return counter.minutes().map(({ minute: at, ...counts }) => ({ at: at - minute, ...counts }));
}

const none = { good: 0, bad: 0, excluded: 0, clientErrors: 0 };

describe('what a beacon sends', () => {
  it('is counted in the minute in which it happened, by our clock', () => {
    expect(counted(sent(asked, { ...asked, a: 31_000 }))).toEqual([
      { at: -1, ...none, good: 1 },
      { at: 0, ...none, good: 1 },
    ]);
  });

  it('is bad where no answer came, and counts for nothing where the page let go of it', () => {
    const lost = { ...asked, s: 0 };
    expect(counted(sent(lost, { ...lost, x: 1 }, { ...asked, s: 503 }))).toEqual([
      { at: 0, ...none, bad: 2, excluded: 1 },
    ]);
  });

  it('is judged by what a GraphQL answer of status 200 held', () => {
    const operation = { ...asked, r: '/graphql', o: 'Checkout' };
    const answers = [
      ['f', []],
      ['f', ['']],
      ['n', ['INTERNAL_SERVER_ERROR']],
      ['-', ['UNAUTHENTICATED']],
      ['-', ['PERSISTED_QUERY_NOT_FOUND']],
      ['?', []],
    ];
    expect(counted(sent(...answers.map((g) => ({ ...operation, g }))))).toEqual([
      { at: 0, good: 2, bad: 3, excluded: 1, clientErrors: 1 },
    ]);
  });

  it('is judged by every code and status that the page saw, as the server’s own answer would be', () => {
    const operation = { ...asked, r: '/graphql', o: 'Checkout' };
    const clients = ['UNAUTHORIZED', 'OUR_OWN|403', 'OUR_OWN|ValidationError', '@', '401'];
    const servers = ['OUR_OWN', 'INTERNAL|DataFetchingException', 'SUBREQUEST_HTTP_ERROR|401', 7];
    const left = ['@|PersistedQueryNotFound'];
    const answers = [...clients, ...servers, ...left].map((code) => ['-', [code]]);
    expect(counted(sent(...answers.map((g) => ({ ...operation, g }))))).toEqual([
      { at: 0, good: 5, bad: 4, excluded: 1, clientErrors: 5 },
    ]);
    expect(counted(sent({ ...operation, g: ['f', ['x'.repeat(201)]] }))).toMatchObject([
      { bad: 1 },
    ]);
  });

  it('is filtered by operation and judged by latency like any log', () => {
    const sli = {
      filter: { field: 'path' as const, matches: ['/graphql#Checkout'] },
      goodWhen: { not: { slowerThan: 300_000 } },
    };
    const operation = { ...asked, r: '/graphql', o: 'Checkout', g: ['f', []] };
    const text = sent(operation, { ...operation, d: 301 }, { ...operation, o: 'Search' }, asked);
    expect(counted(text, sli)).toEqual([{ at: 0, ...none, good: 1, bad: 1 }]);
  });

  it('is refused where no beacon wrote it, and an event that cannot be is left out', () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      sent().replace('"v":1', '"v":2'),
      '{"v":1,"p":"x","n":0,"e":[]}',
    ])
      expect(readBeacon(text)).toBeNull();
    expect(readBeacon(sent(...Array.from({ length: 201 }, () => asked)))).toBeNull();
    const wrong = [
      { a: -1 },
      { a: 1e9 },
      { r: 'x'.repeat(201) },
      { s: 1.5 },
      { d: null },
      { o: 7 },
    ];
    expect(
      readBeacon(sent(...wrong.map((part) => ({ ...asked, ...part })), 3, null))?.events,
    ).toEqual([]);
  });

  it('never throws and never counts what it did not read, whatever is sent', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => sent(value, asked)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const events: readonly UserEvent[] = [
          ...(readBeacon(text)?.events ?? []),
          ...(readNel(text) ?? []),
        ];
        const counter = createUserCounter(defaultSli);
        counter.add(events, now);
        const total = counter
          .minutes()
          .reduce((sum, { good, bad, excluded }) => sum + good + bad + excluded, 0);
        expect(total).toBe(events.reduce((sum, { weight }) => sum + weight, 0));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a Network Error Logging report', () => {
  const body = {
    type: 'ok',
    method: 'GET',
    status_code: 200,
    elapsed_time: 120,
    sampling_fraction: 1,
  };
  const report = {
    age: 1000,
    type: 'network-error',
    url: 'https://shop.example/cart?token=s3cret',
    body,
  };
  const read = (...bodies: object[]) =>
    readNel(JSON.stringify(bodies.map((part) => ({ ...report, body: { ...body, ...part } }))));

  it('stands for as many requests as it was sampled from', () => {
    const events = read(
      { sampling_fraction: 0.01 },
      { type: 'tcp.timed_out', status_code: 0 },
      { type: 'abandoned' },
    );
    const counter = createUserCounter(defaultSli);
    counter.add(events ?? [], now);
    expect(counter.minutes()).toEqual([
      { minute, good: 100, bad: 1, excluded: 1, clientErrors: 0 },
    ]);
  });

  it('keeps no query, and takes a broken answer for none', () => {
    const [event] = read({ type: 'http.response.invalid', status_code: 200 }) ?? [];
    expect(event).toMatchObject({
      host: 'shop.example',
      path: '/cart',
      status: null,
      latencyMs: 120,
    });
  });

  it('is left out where it is of another kind, and a text that is no list is refused', () => {
    expect(readNel('{}')).toBeNull();
    expect(
      readNel(JSON.stringify([{ ...report, type: 'csp-violation' }, { ...report, url: 'x' }, 7])),
    ).toEqual([]);
  });
});
