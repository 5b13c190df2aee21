import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import type { Span } from '@sekisho/objectives/minutes';
import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { partsOf, seriesOf } from '../../minutes/index.ts';
import type { SourceAdapters } from '../adapters.ts';
import { dueAt } from './due-at.ts';
import { claimRuns, type DueRun, endedRuns, endRun } from './store.ts';

/** Runs under way at once in one process. */
const mostAtOnce = 50;

/** Runs the probes of the configuration, each at its time. */
export interface Prober {
  /** Begins the runs that are due and that no other server has begun; waits for none of them. */
  begin(): Promise<void>;
  /** Ends when no run is under way. */
  settled(): Promise<void>;
}

interface Probe {
  readonly series: string;
  readonly slo: SloConfig;
  readonly source: SourceConfig;
  readonly everyMs: number;
}

/**
 * A run is claimed by its row, which is unique by its series and the instant at which it is due: so
 * two servers, or one that was started again, make it once. Whoever dies in a run leaves a row
 * without a result, and that time is unmeasured.
 * @param onFailure told of runs that could not be made or kept, which leave their time unmeasured too
 */
export function createProber(
  house: House,
  load: () => Promise<SourceAdapters>,
  onFailure: (what: string, error: unknown) => void,
): Prober {
  const underWay = new Set<Promise<void>>();
  const tried = new Map<string, number>();

  async function run({ slo, source }: Probe, due: DueRun): Promise<void> {
    const adapters = await load();
    const outcome = await adapters.probe(slo, source)(adapters.stopping);
    // What was broken off says nothing of the target.
    if (adapters.stopping?.aborted === true) return;
    await transactAsSystem(house, (tx) => endRun(tx, due, outcome));
  }

  function start(probe: Probe, due: DueRun): void {
    const running: Promise<void> = run(probe, due)
      .catch((error: unknown) => onFailure(`probe:${probe.slo.id}`, error))
      .finally(() => underWay.delete(running));
    underWay.add(running);
  }

  return {
    async begin() {
      const now = house.clock.now().getTime();
      const due: (readonly [Probe, DueRun])[] = [];
      for (const probe of probesOf(house.config())) {
        const at = dueAt(probe.series, probe.everyMs, now);
        if (at === null || tried.get(probe.series) === at) continue;
        if (underWay.size + due.length >= mostAtOnce) break;
        tried.set(probe.series, at);
        due.push([probe, { series: probe.series, dueAt: new Date(at) }]);
      }
      if (due.length === 0) return;
      const runs = due.map(([, one]) => one);
      const ours = await transactAsSystem(house, (tx) => claimRuns(tx, runs));
      for (const [probe, one] of due) if (ours.has(one.series)) start(probe, one);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** Every probe once, however many SLOs are measured by it. */
function probesOf({ slos, sources }: Config): Iterable<Probe> {
  const probes = new Map<string, Probe>();
  for (const slo of slos.flatMap(partsOf)) {
    const { indicator } = slo;
    const source = sources[indicator.source];
    if (indicator.kind !== 'measured' || source?.kind !== 'probe') continue;
    const series = seriesOf(slo);
    const everyMs = Number(indicator.query['everySeconds']) * 1000;
    probes.set(series, { series, slo, source, everyMs });
  }
  return probes.values();
}

/** What the runs for an SLO found, for the source that makes minutes of it. */
export function probeRecord(house: House, slo: SloConfig) {
  return {
    results: (span: Span) => transactAsSystem(house, (tx) => endedRuns(tx, seriesOf(slo), span)),
  };
}
