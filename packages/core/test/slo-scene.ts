import { type Config, indicatorsOf, type SloConfig, type SourceConfig } from '@sekisho/config';
import { type Counts, countsOf, dayOf, type Minute, minuteOf } from '@sekisho/objectives/minutes';
import { createWorld, type TestWorld, turnableClock } from '../../../test/support/world.ts';
import type { Database } from '../src/platform/database/database.ts';
import { transactAsSystem } from '../src/platform/transact-as-system.ts';
import { createEvaluator } from '../src/slo/evaluate/evaluator.ts';
import { houseReads } from '../src/slo/evaluate/evaluator-of.ts';
import { tick } from '../src/slo/evaluate/tick.ts';
import { contribute, seriesOf } from '../src/slo/minutes/index.ts';
import { roomyConfig } from './leases.ts';
import { sloConfig, withSlos } from './slos.ts';

/** A house whose SLOs are sent their minutes, and whose clock is turned. */
export interface SloScene {
  readonly world: TestWorld;
  /** The minute that the clock stands at. */
  now(): Minute;
  /** Says what some minutes held, wholly measured; the minute's number names its segment, so that saying it again replaces it. */
  give(slo: SloConfig, from: Minute, to: Minute, counts: Partial<Counts>): Promise<void>;
  /** Turns the clock so many minutes, and judges. */
  live(minutes: number): Promise<void>;
  /** Turns the clock five minutes at a time through minutes that hold these counts, and judges each time. */
  pass(slo: SloConfig, minutes: number, counts: Partial<Counts>): Promise<void>;
  judge(): Promise<void>;
  /** Forgets all that is held in memory, as a new process has. */
  restart(): void;
  /** Orders to tell people, the oldest first. */
  orders(): Promise<readonly Record<string, unknown>[]>;
}

const pushed: SourceConfig = {
  ...{ name: 'metrics', kind: 'push', latenessMinutes: 0, format: 'jsonl', fields: null },
};

/** Other sources than that, each five minutes late. */
function othersOf(slos: readonly SloConfig[]): Config['sources'] {
  const names = slos.flatMap(indicatorsOf).map(({ source }) => source);
  const others = names.filter((name) => name !== pushed.name);
  return Object.fromEntries(others.map((name) => [name, { ...pushed, name, latenessMinutes: 5 }]));
}

export async function sloScene(
  database: Database,
  slos: readonly SloConfig[] = [sloConfig()],
  start = '2026-11-02T00:00:00Z',
  policies: Config['policies'] | null = null,
): Promise<SloScene> {
  const clock = turnableClock(start);
  const base = withSlos(roomyConfig(), slos);
  const given = policies === null ? {} : { policies };
  const sources = { metrics: pushed, ...othersOf(slos) };
  const config: Config = { ...base, ...given, sources };
  const world = await createWorld({ database, clock, config });
  const { house } = world.core;
  let evaluator = createEvaluator(houseReads);
  let extent = 0;
  const now = () => minuteOf(clock.now().getTime());
  const judge = () => tick(house, evaluator);
  async function give(slo: SloConfig, from: Minute, to: Minute, counts: Partial<Counts>) {
    const { measured: _, ...counted } = countsOf(counts);
    extent += 1;
    for (let day = dayOf(from); day * 1440 < to; day += 1) {
      const [first, last] = [Math.max(from, day * 1440), Math.min(to, (day + 1) * 1440)];
      const minutes = Array.from({ length: last - first }, (_one, at) => ({
        ...{ minute: first + at, ...counted },
      }));
      const span = { from: first, to: last };
      const { source } = slo.indicator;
      const origin = { series: seriesOf(slo), source, segment: `${from}..${to}` };
      await transactAsSystem(house, (tx) =>
        contribute(tx, { ...origin, day, extent, covers: [span], minutes }),
      );
    }
  }
  return {
    ...{ world, now, judge, give },
    restart: () => {
      evaluator = createEvaluator(houseReads);
    },
    async live(minutes) {
      clock.turn(minutes * 60);
      await judge();
    },
    async pass(slo, minutes, counts) {
      await give(slo, now(), now() + minutes, counts);
      for (let left = minutes; left > 0; left -= 5) {
        clock.turn(Math.min(left, 5) * 60);
        await judge();
      }
    },
    async orders() {
      const rows = await database.kysely
        .selectFrom('outbox')
        .select('payload')
        .where('topic', '=', 'slo')
        .orderBy('id')
        .execute();
      return rows.map(({ payload }) => payload as Record<string, unknown>);
    },
  };
}
