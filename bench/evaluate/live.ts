import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import { type Database, openEmbedded } from '@sekisho/core';
import { addToDay, dayOf, decodeDay, encodeDay, minuteOf } from '@sekisho/objectives/minutes';
import { sql } from 'kysely';
import { seriesOf } from '../../packages/core/src/slo/minutes/index.ts';
import { sloConfig, withSlos } from '../../packages/core/test/slos.ts';
import { createWorld, practiceConfig, turnableClock } from '../../test/support/world.ts';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import type { StoredDays } from './stored-days.ts';

const days = 31;
const start = '2026-10-20T06:00:00Z';
const source: SourceConfig = {
  ...{ name: 'metrics', kind: 'push', latenessMinutes: 0, format: 'jsonl', fields: null },
};

export interface LiveScale {
  readonly slos: number;
  readonly ticks: number;
  readonly perMinute: number;
}

/**
 * The server's own loops on an embedded database: each minute every SLO gets a new minute, and all are
 * judged.
 */
export async function measureLive(
  { slos, ticks, perMinute }: LiveScale,
  stored: StoredDays,
  say: (progress: string) => void,
): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'sekisho-bench-'));
  const database = await openEmbedded(directory);
  try {
    const clock = turnableClock(start);
    const config = configOf(slos);
    const { core } = await createWorld({ database, clock, config });
    say(`storing ${days} days of ${slos} SLOs`);
    await store(database, config.slos, stored, clock.now());
    const took = { processor: [] as number[], whole: [] as number[] };
    for (let tick = 0; tick <= ticks; tick += 1) {
      say(`tick ${tick} of ${ticks}`);
      clock.turn(60);
      await addMinute(database, config.slos, clock.now(), perMinute);
      const [used, began] = [process.cpuUsage(), performance.now()];
      await core.runLoops();
      took.whole.push(performance.now() - began);
      const { user, system } = process.cpuUsage(used);
      took.processor.push((user + system) / 1000);
    }
    const judged = await sql<{ judged: number }>`
      select count(*)::integer as judged from slo_states
      where (state->'data'->>'at')::bigint = ${minuteOf(clock.now().getTime())}
    `.execute(database.kysely);
    return figuresOf(slos, took, judged.rows[0]?.judged ?? 0);
  } finally {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function figuresOf(
  slos: number,
  { processor, whole }: { processor: readonly number[]; whole: readonly number[] },
  judged: number,
): Figure[] {
  if (judged !== slos) throw new Error(`${judged} SLOs were judged, not ${slos}`);
  return [
    {
      name: `live, ${slos} SLOs on an embedded database: a minute judged, median`,
      value: quantile(whole.slice(1), 0.5),
      unit: 'ms',
    },
    { name: 'processor time of it, median', value: quantile(processor.slice(1), 0.5), unit: 'ms' },
    { name: 'the first one, which reads their thirty days', value: whole[0] ?? 0, unit: 'ms' },
    {
      name: 'memory of the process after it, the database in it',
      value: process.memoryUsage().rss / 2 ** 20,
      unit: 'MiB',
    },
  ];
}

function configOf(slos: number): Config {
  const made = Array.from({ length: slos }, (_, number) =>
    sloConfig({
      id: `slo-${number}`,
      service: `service-${number % 50}`,
      indicator: { kind: 'measured', source: source.name, query: { service: `s${number}` } },
    }),
  );
  return { ...withSlos(practiceConfig(), made), sources: { [source.name]: source } };
}

/** Thirty whole days of each, and the beginning of the day that the clock stands in. */
async function store(
  database: Database,
  slos: readonly SloConfig[],
  stored: StoredDays,
  now: Date,
): Promise<void> {
  const today = dayOf(minuteOf(now.getTime()));
  for (const [number, slo] of slos.entries()) {
    const kept = Array.from({ length: days }, (_, back) => {
      const day = today - back;
      return {
        day,
        bytes: stored.bytesOf(number, day, back === 0 ? minuteOf(now.getTime()) : null),
      };
    });
    await sql`
      insert into slo_days (series, day, version, changed_at, edges, block)
      select ${seriesOf(slo)}, day, 1, ${now}::timestamptz, '[]', decode(block, 'hex')
      from jsonb_to_recordset(${JSON.stringify(
        kept.map(({ day, bytes }) => ({ day, block: Buffer.from(bytes).toString('hex') })),
      )}::jsonb) as r(day integer, block text)
    `.execute(database.kysely);
  }
}

/** What ingestion leaves of one more minute of each; its cost is not measured here. */
async function addMinute(
  database: Database,
  slos: readonly SloConfig[],
  now: Date,
  perMinute: number,
): Promise<void> {
  const minute = minuteOf(now.getTime()) - 1;
  for (const [number, slo] of slos.entries()) {
    const found = await sql<{ block: Uint8Array }>`
      select block from slo_days where series = ${seriesOf(slo)} and day = ${dayOf(minute)}
    `.execute(database.kysely);
    const block = decodeDay(found.rows[0]?.block ?? new Uint8Array());
    // One in twenty fails ten times as often as it may.
    const bad = number % 20 === 0 ? Math.round(perMinute / 100) : number % 3;
    addToDay(block, minute, { good: perMinute - bad, bad, measured: 60_000 });
    await sql`
      update slo_days set block = ${Buffer.from(encodeDay(block))}, version = version + 1,
        changed_at = ${now}::timestamptz
      where series = ${seriesOf(slo)} and day = ${dayOf(minute)}
    `.execute(database.kysely);
  }
}
