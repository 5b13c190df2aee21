import { type MeasuredMinute, msPerMinute, type Span } from '@sekisho/core/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrometheusSource, type PrometheusSli } from '../src/index.ts';
import { type RealPrometheus, startPrometheus, withoutPrometheus } from './real-prometheus.ts';
import { makeWorld } from './world.ts';

// In the past: a server may refuse samples of the future.
const BEGIN = Date.UTC(2024, 9, 4, 0, 0);
const LATER = Date.UTC(2024, 9, 6, 0, 0);
const world = makeWorld(BEGIN);
const first = BEGIN / msPerMinute;
const whole: Span = { from: first, to: first + world.minutes };
const requests: PrometheusSli = {
  kind: 'counters',
  total: 'requests_total{job="shop"}',
  bad: 'requests_total{job="shop",code=~"5.."}',
};

if (withoutPrometheus) console.warn('SKIPPED: minutes of a real Prometheus: it is not installed');

describe.skipIf(withoutPrometheus)('minutes of a real Prometheus', { timeout: 120_000 }, () => {
  let prometheus: RealPrometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus(world.openMetrics);
  }, 120_000);
  afterAll(() => prometheus.stop());

  const read = (sli: PrometheusSli, span: Span = whole, more: object = {}) =>
    createPrometheusSource({
      ...{ url: prometheus.url, sli, scrapeSeconds: 15, now: () => Date.UTC(2024, 10, 1) },
      ...more,
    }).read(span);

  /** True events of a kind from one second of the world to another. */
  function truth(kind: 'good' | 'bad', from: number, to: number): number {
    return world[kind]
      .slice(Math.max(0, from), Math.max(0, to))
      .reduce((sum, each) => sum + each, 0);
  }

  function expectWithin(minutes: readonly MeasuredMinute[], kind: 'good' | 'bad'): void {
    for (const minute of minutes) {
      const begin = (minute.minute - first) * 60;
      // A missed scrape moves events over its length; everything else by at most one scrape.
      const shift = minute.measured === 60_000 ? 16 : 60;
      const [least, most] = [
        truth(kind, begin + shift, begin + 60 - shift),
        truth(kind, begin - shift, begin + 60 + shift),
      ];
      expect([
        minute.minute - first,
        kind,
        minute[kind] >= least - world.lost,
        minute[kind] <= most,
      ]).toEqual([minute.minute - first, kind, true, true]);
    }
  }

  const sum = (minutes: readonly MeasuredMinute[], kind: 'good' | 'bad') =>
    minutes.reduce((total, minute) => total + minute[kind], 0);

  it('are the true counts, moved by no more than a scrape', async () => {
    const minutes = await read(requests);
    expectWithin(minutes, 'good');
    expectWithin(minutes, 'bad');
    const [before, after] = [
      minutes.filter(({ minute }) => minute < first + 99),
      minutes.filter(({ minute }) => minute > first + 110),
    ];
    for (const [part, from, to] of [
      [before, 0, 99],
      [after, 111, 150],
    ] as const) {
      const seen = sum(part, 'good') + sum(part, 'bad');
      const happened = truth('good', from * 60, to * 60) + truth('bad', from * 60, to * 60);
      expect(Math.abs(seen - happened)).toBeLessThanOrEqual(world.lost + 2 * 15 * 20);
    }
    // Not one failure is lost, also not those with which the series began.
    expect(sum(minutes, 'bad')).toBe(truth('bad', 0, world.minutes * 60));
  });

  it('count clients’ own errors beside, whose counter is not there before the first', async () => {
    const minutes = await read({ ...requests, clientErrors: 'client_errors_total{job="shop"}' });
    expect(minutes.map((minute) => ({ ...minute, clientErrors: 0 }))).toEqual(await read(requests));
    const seen = minutes.filter(({ clientErrors }) => clientErrors > 0);
    expect(seen.map(({ minute }) => minute - first)).toEqual([31, 32, 33, 34, 35]);
    const counted = seen.reduce((sum, { clientErrors }) => sum + clientErrors, 0);
    const happened = world.clientErrors.reduce((sum, each) => sum + each, 0);
    expect([counted <= happened, counted >= happened - world.lost, happened > 900]).toEqual([
      ...[true, true, true],
    ]);
  });

  it('name minutes without events as measured, and those that nobody scraped not at all', async () => {
    const minutes = new Map(
      (await read(requests)).map((minute) => [minute.minute - first, minute]),
    );
    expect(minutes.get(65)).toMatchObject({ good: 0, bad: 0, measured: 60_000 });
    expect(minutes.get(95)).toMatchObject({ measured: 60_000 });
    expect([101, 104, 108].map((minute) => minutes.has(minute))).toEqual([false, false, false]);
  });

  it('are measured less where scrapes were missed', async () => {
    const minutes = await read(requests);
    const part = minutes
      .filter(({ measured }) => measured < 60_000)
      .map(({ minute }) => minute - first);
    expect(part).toContain(20);
    expect(part).not.toContain(10);
    expect(minutes.find(({ minute }) => minute === first + 20)?.measured).toBeGreaterThan(30_000);
  });

  it('do not depend on where pages were cut', async () => {
    const minutes = await read(requests);
    expect(await read(requests, whole, { pageMinutes: 7 })).toEqual(minutes);
    const one = { from: first + 42, to: first + 43 };
    expect(await read(requests, one)).toEqual(minutes.filter(({ minute }) => minute === one.from));
  });

  it('are the same told by what is good as by what is bad', async () => {
    const good = 'requests_total{job="shop",code!~"5.."}';
    const minutes = await read({ kind: 'counters', total: 'requests_total{job="shop"}', good });
    expect(sum(minutes, 'bad')).toBe(sum(await read(requests), 'bad'));
  });

  it('come in shorter pages where the server finds a page too great', async () => {
    // The server takes 20,000 samples at once; these are about 24,000.
    const everything = '{job="shop",__name__=~".+"}';
    const minutes = await read({ kind: 'samples', gauge: everything, atLeast: 0 });
    const shorter = { pageMinutes: 20 };
    expect(minutes).toEqual(
      await read({ kind: 'samples', gauge: everything, atLeast: 0 }, whole, shorter),
    );
  });

  it('are none for a series that is not there', async () => {
    expect(await read({ kind: 'counters', total: 'nothing_total', bad: 'requests_total' })).toEqual(
      [],
    );
  });

  it('are refused with the server’s word for a query that it does not understand', async () => {
    const failed = read({ kind: 'counters', total: 'sum(rate(x[5m]))', bad: 'x' });
    const message = expect.stringContaining('bad_data');
    await expect(failed).rejects.toMatchObject({ code: 'refused', message });
  });

  describe('from a classic histogram', () => {
    const latency = (atMost: number): PrometheusSli => ({
      ...{ kind: 'latency', histogram: 'latency{job="shop"}', form: 'classic', atMost },
    });

    it('take the threshold’s bucket as good, however its bound is spelled', async () => {
      const minutes = await read(latency(1));
      expectWithin(minutes, 'good');
      expect(sum(minutes, 'bad')).toBe(sum(await read(requests), 'bad'));
    });

    it('refuse a threshold that is no bound, and name the nearest', async () => {
      const message = expect.stringContaining('the nearest are 0.1 and 1');
      await expect(read(latency(0.3))).rejects.toMatchObject({ code: 'refused', message });
    });

    it('are none where there is no such histogram', async () => {
      expect(await read({ ...latency(1), histogram: 'absent' } as PrometheusSli)).toEqual([]);
    });
  });

  it('take each sample of a gauge as an event', async () => {
    const minutes = await read({ kind: 'samples', gauge: 'healthy{job="shop"}', atLeast: 1 });
    const at = (minute: number) => minutes.find((each) => each.minute === first + minute);
    expect(at(35)).toMatchObject({ good: 8, bad: 0, measured: 60_000 });
    expect(at(44)).toMatchObject({ good: 0, bad: 8 });
  });

  it('take a ratio as parts of a minute', async () => {
    const minutes = await read({ kind: 'ratio', gauge: 'healthy{job="shop"}', of: 'bad' });
    const at = (minute: number) => minutes.find((each) => each.minute === first + minute);
    expect(at(30)).toMatchObject({ good: 0, bad: 10_000 });
    expect(at(44)).toMatchObject({ good: 10_000, bad: 0 });
  });

  it('come from a native histogram, with a reset in it', async () => {
    const beginning = LATER / msPerMinute;
    const at = (scrape: number, fast: number, slow: number) => ({
      at: LATER + scrape * 15_000,
      buckets: new Map([
        [-2, fast],
        [-1, 0],
        [1, slow],
      ]),
    });
    const scrapes = Array.from({ length: 41 }, (_, index) =>
      index < 20 ? at(index, 100 + index * 4, 10 + index) : at(index, (index - 19) * 4, index - 19),
    );
    await prometheus.write([
      { labels: { __name__: 'native', job: 'shop', instance: 'a:1' }, histograms: scrapes },
    ]);
    const span = { from: beginning, to: beginning + 10 };
    const sli = { kind: 'latency', histogram: 'native{job="shop"}', form: 'native' } as const;
    const minutes = await read({ ...sli, atMost: 0.5 }, span);
    expect(minutes.map(({ good, bad, measured }) => [good, bad, measured])).toEqual(
      Array.from({ length: 10 }, () => [16, 4, 60_000]),
    );
    // Half of the way through the bucket from 1 to 2, half of its events are taken to be faster.
    const halfway = await read({ ...sli, atMost: 1.5 }, span);
    expect(halfway.map(({ good, bad }) => good + bad)).toEqual(minutes.map(() => 20));
    expect(Math.abs(sum(halfway, 'bad') - 20)).toBeLessThanOrEqual(2);
  });
});
