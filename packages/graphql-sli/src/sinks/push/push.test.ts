import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  addContributions,
  contributionsOfPush,
  foldMinutes,
  type Ledger,
  type Push,
  readPush,
} from '@sekisho/counting';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleRecord, verdicts } from '../../../test/sample-record.ts';
import { type PushOptions, type PushSink, pushSink } from './push.ts';

const minute = 29_000_000;
const until = { timeout: 20_000, interval: 5 };
const open: { sinks: PushSink[]; servers: Server[] } = { sinks: [], servers: [] };
afterEach(async () => {
  await Promise.all(open.sinks.splice(0).map((sink) => sink.stop()));
  for (const server of open.servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly push: Push;
}

/** A receiver on the loopback that answers as the list says, then with 204. */
async function receiver(answers: (number | 'never')[] = [], headers: Record<string, string> = {}) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      const answer = answers.shift() ?? 204;
      if (answer === 'never') return;
      const read = readPush(JSON.parse(text));
      if ('problem' in read) response.writeHead(599).end(JSON.stringify(read.problem));
      else {
        if (answer === 204) received.push({ headers: request.headers, push: read.push });
        response.writeHead(answer, headers).end();
      }
    });
  });
  open.servers.push(server);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`, received };
}

/** A sink whose clock stands until it is set, and which pushes only when told. */
function sinkTo(url: string, more: Partial<PushOptions> = {}) {
  const clock = { now: minute * 60_000 };
  const problems: string[] = [];
  const sink = pushSink({
    ...{
      url,
      token: 'secret',
      service: 'shop',
      instance: 'pod-1',
      everyMs: 3_600_000,
      timeoutMs: 30_000,
    },
    ...{
      now: () => clock.now,
      random: () => 1,
      onProblem: (problem: string) => problems.push(problem),
    },
    ...more,
  });
  open.sinks.push(sink);
  const count = (name: keyof typeof verdicts = 'ok', at = clock.now) =>
    sink.record(sampleRecord({ verdict: verdicts[name], at }));
  return { sink, clock, problems, count };
}

describe('pushing counted minutes', () => {
  it('posts what was counted so far, with the token, for a reader of Sekisho', async () => {
    const { url, received } = await receiver();
    const { sink, count } = sinkTo(url);
    for (const name of ['ok', 'ok', 'client', 'failed', 'aborted'] as const) count(name);
    count('ok', (minute + 2) * 60_000);
    await sink.flush();
    expect(received).toHaveLength(1);
    expect(received[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'content-type': 'application/json',
    });
    expect(received[0]?.push).toEqual({
      service: 'shop',
      source: 'graphql',
      segment: 'pod-1/2025-02-19T21:20:00.000Z/0',
      extent: 6,
      minutes: [
        { minute, good: 3, bad: 1, excluded: 1, clientErrors: 1 },
        { minute: minute + 2, good: 1, bad: 0, excluded: 0, clientErrors: 0 },
      ],
    });
    expect(sink.stats()).toEqual({ accepted: 1, failed: 0, droppedEvents: 0 });
  });

  it('posts nothing when nothing was counted since', async () => {
    const { url, received } = await receiver();
    const { sink, count } = sinkTo(url);
    await sink.flush();
    count();
    await sink.flush();
    await sink.flush();
    expect(received).toHaveLength(1);
  });

  it('sends what is counted during a push with the next one', async () => {
    const extents: number[] = [];
    const during = { count: () => {} };
    const fetch = async (_: unknown, init?: RequestInit) => {
      extents.push((JSON.parse(String(init?.body)) as Push).extent);
      if (extents.length === 1) during.count();
      return new Response(null, { status: 204 });
    };
    const { sink, count } = sinkTo('http://receiver/', { fetch });
    during.count = count;
    count();
    await sink.flush();
    await sink.flush();
    await sink.flush();
    expect(extents).toEqual([1, 2]);
  });

  it('counts weighted events in whole ones, and loses none', async () => {
    const { url, received } = await receiver();
    const { sink, count } = sinkTo(url);
    for (let n = 0; n < 10; n += 1) count('partial');
    await sink.flush();
    expect(received[0]?.push.minutes).toEqual([
      { minute, good: 7, bad: 3, excluded: 0, clientErrors: 0 },
    ]);
  });

  it('tells a failed push, waits longer after each, and repeats all of it', async () => {
    const { url, received } = await receiver([503, 500]);
    const { sink, clock, problems, count } = sinkTo(url, { everyMs: 10_000 });
    count();
    await sink.flush();
    await sink.flush();
    expect(sink.stats().failed).toBe(1);
    clock.now += 10_000;
    await sink.flush();
    clock.now += 10_000;
    await sink.flush();
    expect(sink.stats().failed).toBe(2);
    clock.now += 10_000;
    count();
    await sink.flush();
    expect(received.map(({ push }) => push.extent)).toEqual([2]);
    expect(problems).toEqual([
      `a push to ${url} was not accepted: status 503`,
      `a push to ${url} was not accepted: status 500`,
    ]);
  });

  it('waits as long as the receiver asks', async () => {
    const { url, received } = await receiver([429], { 'retry-after': '120' });
    const { sink, clock, count } = sinkTo(url, { everyMs: 10_000 });
    count();
    await sink.flush();
    clock.now += 119_000;
    await sink.flush();
    expect(received).toHaveLength(0);
    clock.now += 1000;
    await sink.flush();
    expect(received).toHaveLength(1);
  });

  it('repeats a push that is never answered', async () => {
    const { url } = await receiver(['never']);
    const { sink, count } = sinkTo(url, { timeoutMs: 20 });
    count();
    await sink.flush();
    expect(sink.stats()).toEqual({ accepted: 0, failed: 1, droppedEvents: 0 });
  });

  it('gives up a push whose content is refused', async () => {
    const { url } = await receiver([400]);
    const { sink, problems, count } = sinkTo(url);
    count();
    await sink.flush();
    expect(sink.stats()).toEqual({ accepted: 0, failed: 0, droppedEvents: 1 });
    expect(problems.at(-1)).toBe('1 events were dropped');
  });

  it('follows no redirect with its token', async () => {
    const other = await receiver();
    const { url } = await receiver([307], { location: other.url });
    const { sink, count } = sinkTo(url);
    count();
    await sink.flush();
    expect([other.received.length, sink.stats().failed]).toEqual([0, 1]);
  });

  it('keeps a bounded number of hours, and tells what it drops', async () => {
    const { sink, clock, count } = sinkTo('http://127.0.0.1:1/', { mostHours: 3 });
    for (let hour = 0; hour < 10; hour += 1) {
      count();
      clock.now += 3_600_000;
    }
    expect(sink.stats().droppedEvents).toBe(7);
  });

  it('pushes by itself, and once more when it is stopped', async () => {
    const { url, received } = await receiver();
    const { sink, count } = sinkTo(url, { everyMs: 5 });
    count();
    await vi.waitFor(() => expect(received).toHaveLength(1), until);
    const late = sinkTo(url, { instance: 'pod-2' });
    late.count();
    await late.sink.stop();
    await sink.stop();
    expect(received.map(({ push }) => push.segment.split('/')[0])).toEqual(['pod-1', 'pod-2']);
  });

  it('gives the same minutes whatever becomes of the pushes, and wherever the clock jumps', async () => {
    const step = fc.record({
      kind: fc.constantFrom('count', 'count', 'count', 'push', 'lose', 'repeat'),
      name: fc.constantFrom('ok' as const, 'failed' as const, 'aborted' as const),
      minutes: fc.integer({ min: -90, max: 90 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const pushes: Push[] = [];
        let isLost = false;
        const fetch = async (_: unknown, init?: RequestInit) => {
          const read = readPush(JSON.parse(String(init?.body)));
          if ('problem' in read) throw new Error(JSON.stringify(read.problem));
          pushes.push(read.push);
          // It may have arrived although its answer did not.
          if (isLost) throw new Error('lost');
          return new Response(null, { status: 204 });
        };
        const { sink, clock, count } = sinkTo('http://receiver/', {
          fetch,
          everyMs: 1_000_000,
          random: () => 0,
        });
        const counted = { good: 0, bad: 0, excluded: 0 };
        for (const { kind, name, minutes } of steps) {
          clock.now += minutes * 60_000;
          isLost = kind === 'lose';
          if (kind === 'count') {
            count(name);
            counted[verdicts[name].counts] += 1;
          } else if (kind === 'repeat') pushes.push(...pushes.slice(-2).toReversed());
          else await sink.flush();
        }
        isLost = false;
        await sink.stop();
        const ledger = pushes
          .flatMap((push) => contributionsOfPush(push, 'definition'))
          .toReversed()
          .reduce<Ledger>((all, one) => addContributions(all, [one]), new Map());
        const sums = { good: 0, bad: 0, excluded: 0 };
        for (const each of foldMinutes(ledger)) {
          sums.good += each.good;
          sums.bad += each.bad;
          sums.excluded += each.excluded;
        }
        expect(sums).toEqual(counted);
        expect(sink.stats().droppedEvents).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
