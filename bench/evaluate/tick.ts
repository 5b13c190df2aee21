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
  const took = {
    processor: [] as number[],
    whole: [] as number[],
    load: [] as number[],
    judge: [] as number[],
  };
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
  const wrong = differences(fleet, stored, { slos, ticks, perMinute });
  const memory = process.memoryUsage().rss / 2 ** 20;
  return [
    {
      name: `one tick of ${slos} SLOs × ${windows.length} windows × ${days} days, worst of ${ticks}`,
      value: quantile(took.whole, 1),
      unit: 'ms',
      goal: { atMost: 100 },
    },
    { name: 'the same, median', value: quantile(took.whole, 0.5), unit: 'ms' },
    { name: 'processor time of it, median', value: quantile(took.processor, 0.5), unit: 'ms' },
    {
      name: 'of it, reading stored days at the windows’ far ends, median',
      value: quantile(took.load, 0.5),
      unit: 'ms',
    },
    {
      name: 'of it, judging every SLO by four pairs of windows, median',
      value: quantile(took.judge, 0.5),
      unit: 'ms',
    },
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
