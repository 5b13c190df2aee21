import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createScanner, defaultSli, formats, type LogFormat } from '@sekisho/counting';
import { type LogScene, liveIncident, logText, pastHappenings } from '@sekisho/practice/logs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysToWrite, followToday, writeDay } from './write-logs.ts';

const noon = Date.UTC(2026, 9, 4, 12);
const start = noon / 60_000;
const scene: LogScene = { seed: 7, start, happenings: pastHappenings(start) };
const day = Math.floor(start / 1440);
const midnight = day * 86_400_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-logs-'));
  daysToWrite(folder, scene, { now: noon, history: 30 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(join(folder, name), 'latin1');

function count(text: string, format: LogFormat | undefined) {
  if (format === undefined) throw new Error('there is no such format');
  const scanner = createScanner({ format, sli: defaultSli });
  scanner.push(Buffer.from(text));
  return scanner.end();
}

describe('the logs of practice', () => {
  it('are whole lines that each format can read, to the last', () => {
    const span = { from: start - 8 * 1440, to: start - 7 * 1440 };
    const as = {
      'shop-alb': 'alb',
      'shop-users': 'jsonl',
      'catalog-alb': 'alb',
      'catalog-graphql': 'jsonl',
      'reports-access': 'ltsv',
    } as const;
    for (const [log, format] of Object.entries(as)) {
      const text = logText(log as keyof typeof as, span, scene);
      const { lines, unparsed } = count(text, formats[format]);
      expect([lines > 100, unparsed]).toEqual([true, []]);
    }
  });

  it('tell of users who could not reach the shop only where they were', () => {
    const [incident] = scene.happenings.filter(({ onTheWay }) => onTheWay === true);
    if (incident === undefined) throw new Error('nothing happened');
    const totals = (log: 'shop-users' | 'shop-alb', format: LogFormat | undefined) =>
      count(logText(log, incident, scene), format).minutes.reduce(
        (sum, minute) => ({
          bad: sum.bad + minute.bad,
          total: sum.total + minute.good + minute.bad,
        }),
        { bad: 0, total: 0 },
      );
    const users = totals('shop-users', formats.jsonl);
    const balancer = totals('shop-alb', formats.alb);
    expect(balancer.bad).toBe(0);
    expect(users.bad).toBeGreaterThan(users.total / 3);
    expect(balancer.total).toBeLessThan(users.total);
  });

  it('hide from the load balancer what the GraphQL server itself says', () => {
    const incident = scene.happenings.find(({ service }) => service === 'catalog');
    if (incident === undefined) throw new Error('nothing happened');
    const bad = (log: 'catalog-alb' | 'catalog-graphql', format: LogFormat | undefined) =>
      count(logText(log, incident, scene), format).minutes.reduce(
        (sum, minute) => sum + minute.bad,
        0,
      );
    expect(bad('catalog-alb', formats.alb)).toBe(0);
    expect(bad('catalog-graphql', formats.jsonl)).toBeGreaterThan(50);
  });

  it('are the same however often practice was ended and begun again on the way', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 90 * 60_000 }), {
      minLength: 1,
      maxLength: 6,
    });
    const whole = (until: number) =>
      logText('shop-alb', { from: day * 1440, to: day * 1440 + 90 }, scene, until);
    fc.assert(
      fc.property(moments, fc.boolean(), (times, again) => {
        rmSync(join(folder, 'shop-alb'), { recursive: true });
        daysToWrite(folder, scene, { now: noon, history: 30 });
        let now = midnight;
        let follow = followToday(folder, () => now);
        for (const time of times.toSorted((a, b) => a - b)) {
          now = midnight + time;
          if (again) follow = followToday(folder, () => now);
          follow(scene);
        }
        expect(read('shop-alb/2026-10-04.log')).toBe(whole(now));
      }),
      { numRuns: 10 },
    );
  });

  it('end a day at its end, also when nobody was there at midnight', () => {
    let now = noon + 11.9 * 3_600_000;
    const follow = followToday(folder, () => now);
    follow(scene);
    now += 3_600_000;
    follow(scene);
    expect(read('shop-alb/2026-10-04.log')).toBe(
      logText('shop-alb', { from: day * 1440, to: (day + 1) * 1440 }, scene),
    );
    expect(read('shop-alb/2026-10-05.log')).toBe(
      logText('shop-alb', { from: (day + 1) * 1440, to: (day + 1) * 1440 + 60 }, scene, now),
    );
  });

  it('have thirty days of history, and finish a day that was cut off', () => {
    expect(daysToWrite(folder, scene, { now: noon, history: 30 })).toHaveLength(30 * 5);
    const cut = { log: 'reports-access', day: day - 1 } as const;
    const text = logText(cut.log, { from: cut.day * 1440, to: day * 1440 }, scene);
    writeFileSync(join(folder, 'reports-access/2026-10-03.log'), text.slice(0, 333));
    writeDay(folder, cut, scene);
    expect(read('reports-access/2026-10-03.log')).toBe(text);
    writeDay(folder, { ...cut, day: day - 2 }, scene);
    expect(
      gunzipSync(readFileSync(join(folder, 'reports-access/2026-10-02.log.gz'))).toString(),
    ).not.toBe('');
    expect(readdirSync(join(folder, 'reports-access'))).toHaveLength(2);
    // A day later that day is to be written too, and what is older than anyone asks for goes.
    daysToWrite(folder, scene, { now: noon + 50 * 86_400_000, history: 30 });
    expect(readdirSync(join(folder, 'reports-access'))).toEqual([]);
  });

  it('show an incident from the minute on in which the shop was broken', () => {
    const broken = { ...scene, happenings: [...scene.happenings, liveIncident(start)] };
    const { minutes } = count(
      logText('shop-alb', { from: start - 5, to: start + 5 }, broken),
      formats.alb,
    );
    const bad = (from: number, to: number) =>
      minutes
        .filter(({ minute }) => minute >= from && minute < to)
        .reduce((sum, minute) => sum + minute.bad, 0);
    expect(bad(start - 5, start)).toBe(0);
    expect(bad(start, start + 5)).toBeGreaterThan(100);
  });
});
