import { standardTiers } from '@sekisho/objectives/alerts';
import { errorBudget, sumLedger } from '@sekisho/objectives/budget';
import { Fleet, fields, loudSlos } from '@sekisho/objectives/fleet';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import type { StoredDays } from './stored-days.ts';

const days = 30;
const windowMinutes = days * 1440;
const windows = [5, 30, 60, 120, 360, 1440, 4320, windowMinutes];
const now = 20_000 * 1440 + 615;
const goalMs = 100;

export interface TickScale {
  readonly slos: number;
  readonly ticks: number;
  readonly perMinute: number;
}

/** Seeds a fleet from thirty stored days an SLO, and lets minutes pass, each with a new minute for every SLO. */
export function measureTicks(
  { slos, ticks, perMinute }: TickScale,
  stored: StoredDays,
  say: (progress: string) => void,
): Figure[] {
  const fleet = new Fleet({ slos, windows, recent: 400, chunk: 180, now });
  const backfill = performance.now();
  for (let slo = 0; slo < slos; slo += 1) {
    if (slo % 2000 === 0) say(`read ${slo} of ${slos} SLOs' thirty days`);
    fleet.seed(slo, stored.ledgerOf(slo, { from: now - windowMinutes, to: now }));
  }
  const backfilledSeconds = (performance.now() - backfill) / 1000;
  const subjects = Array.from({ length: slos }, (_, slo) => ({
    errorBudget: errorBudget(slo % 2 === 0 ? 0.999 : 0.99),
    windowMinutes,
    tiers: standardTiers(windowMinutes),
  }));
  const took = timeTicks(fleet, subjects, stored, { slos, ticks, perMinute });
  const wrong = differences(fleet, stored, { slos, ticks, perMinute });
  const memory = process.memoryUsage().rss / 2 ** 20;
  return [
    ...tickFigures(`${slos} SLOs × ${windows.length} windows × ${days} days`, took),
    { name: 'memory of the process after it', value: memory, unit: 'MiB', goal: { atMost: 1024 } },
    {
      name: 'windows that differ from summing their minutes anew (every 97th SLO)',
      value: wrong,
      unit: '',
      goal: { exactly: 0 },
    },
    {
      name: 'SLOs whose thirty days were read and taken in, a second',
      value: slos / backfilledSeconds,
      unit: '/s',
    },
  ];
}

/** Of each tick, in milliseconds. */
interface Took {
  readonly whole: number[];
  /** All threads, those that compile and collect garbage as well: what others take of the machine is not in it. */
  readonly processor: number[];
  readonly load: number[];
  readonly judge: number[];
}

function timeTicks(
  fleet: Fleet,
  subjects: Parameters<typeof loudSlos>[1],
  stored: StoredDays,
  { slos, ticks, perMinute }: TickScale,
): Took {
  const took: Took = { processor: [], whole: [], load: [], judge: [] };
  for (let tick = 0; tick < ticks; tick += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    for (const wanted of fleet.wanted()) fleet.load(wanted, stored.ledgerOf(wanted.slo, wanted));
    const loaded = performance.now();
    fleet.advance();
    for (let slo = 0; slo < slos; slo += 1)
      fleet.add(slo, fleet.now - 1, {
        total: perMinute,
        bad: slo % 3,
        missing: -1,
        measured: 60_000,
      });
    const added = performance.now();
    loudSlos(fleet, subjects);
    const end = performance.now();
    const { user, system } = process.cpuUsage(before);
    took.processor.push((user + system) / 1000);
    took.whole.push(end - start);
    took.load.push(loaded - start);
    took.judge.push(end - added);
  }
  return took;
}

/**
 * Elapsed time and processor time side by side: a tick that waited for a disturbed machine is long in the
 * first and not in the second.
 */
function tickFigures(what: string, { whole, processor, load, judge }: Took): Figure[] {
  const ms = (name: string, value: number, goal?: number): Figure => ({
    ...{ name, value, unit: 'ms' },
    ...(goal === undefined ? {} : { goal: { atMost: goal } }),
  });
  const worst = quantile(whole, 1);
  return [
    ms(`one tick of ${what}, worst of ${whole.length}`, worst, goalMs),
    ms('processor time of that one', processor[whole.indexOf(worst)] ?? Number.NaN),
    ms('processor time of any, worst', quantile(processor, 1)),
    ms('the same without the first, whose code nothing had run', quantile(processor.slice(1), 1)),
    ms('one tick, median', quantile(whole, 0.5)),
    ms('processor time of it, median', quantile(processor, 0.5)),
    ms('of it, reading stored days at the windows’ far ends, median', quantile(load, 0.5)),
    ms('of it, judging every SLO by four pairs of windows, median', quantile(judge, 0.5)),
  ];
}

/** The fleet's sums against the slow way: stored minutes of the window, and the new ones, added up. */
function differences(
  fleet: Fleet,
  stored: StoredDays,
  { slos, ticks, perMinute }: TickScale,
): number {
  let wrong = 0;
  for (let slo = 0; slo < slos; slo += 97) {
    const ledger = stored.ledgerOf(slo, { from: now - windowMinutes, to: now });
    for (const [window, length] of windows.entries()) {
      const fresh = Math.min(length, ticks);
      const old = sumLedger(ledger, { from: fleet.now - length, to: now });
      const total = old.total + fresh * perMinute;
      const bad = old.bad + fresh * (slo % 3);
      const found = fields.map((_, field) => fleet.sum(slo, window, field));
      if (found[0] !== total || found[1] !== bad || found[4] !== length * 60_000) wrong += 1;
    }
  }
  return wrong;
}
