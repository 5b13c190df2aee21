import type { SloConfig, SourceConfig } from '@sekisho/config';
import type { SloDetail } from '@sekisho/contract';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import { runsSince, sourceHealth } from './ingest/index.ts';
import { partsOf, seriesOf, sourcesOf } from './minutes/index.ts';

type Health = NonNullable<SloDetail['sourceHealth']>;

/**
 * How the source of an SLO does, or all those of a composite together; null before one was read for
 * the first time. Of several sources it says which one failed.
 */
export async function sourceHealthOf(tx: Tx, slo: SloConfig): Promise<SloDetail['sourceHealth']> {
  const names = sourcesOf(slo);
  const all: Health[] = [];
  for (const name of names) {
    const source = tx.config.sources[name];
    const series = partsOf(slo)
      .filter(({ indicator }) => indicator.source === name)
      .map(seriesOf);
    const health = source === undefined ? null : await healthOf(tx, source, new Set(series));
    if (health === null) continue;
    const { failure } = health;
    const said = failure && { ...failure, message: `${name}: ${failure.message}` };
    all.push(names.length === 1 ? health : { ...health, failure: said });
  }
  return all.length === 0 ? null : together(all, names.length);
}

async function healthOf(
  tx: Tx,
  source: SourceConfig,
  series: ReadonlySet<string>,
): Promise<Health | null> {
  const health = await sourceHealth(tx, source);
  const { succeededAt, error, failures, nextAttemptAt, objects, backfill } = health;
  if (succeededAt === null && error === null) return null;
  const failure =
    error === null || failures === 0
      ? null
      : {
          ...{ code: error.code, message: error.message },
          nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
        };
  const left = backfill.filter((each) => series.has(each.series)).map((each) => each.left);
  const backfillLeft = left.reduce((sum, one) => sum + one, 0);
  const found = { succeededAt: succeededAt?.toISOString() ?? null, failure };
  if (health.kind !== 'probe') return { ...found, ...objects, backfillLeft };
  const probes: Probe[] = [];
  for (const each of series) probes.push(await runsSince(tx, each, addSeconds(tx.now, -3600)));
  return { ...found, ...objects, backfillLeft, probe: probesTogether(probes) };
}

/** What is wrong with any is shown; they are as fresh as the one that was read longest ago. */
function together(all: readonly Health[], sources: number): Health {
  const sum = (name: 'pending' | 'damaged' | 'lost' | 'backfillLeft') =>
    all.reduce((whole, each) => whole + each[name], 0);
  const times = all.flatMap(({ succeededAt }) => (succeededAt === null ? [] : [succeededAt]));
  const oldest = times.reduce<string | null>(
    (least, time) => (least === null || time < least ? time : least),
    null,
  );
  const probes = all.flatMap(({ probe }) => (probe === undefined ? [] : [probe]));
  return {
    succeededAt: times.length < sources ? null : oldest,
    failure: all.find(({ failure }) => failure !== null)?.failure ?? null,
    ...{ pending: sum('pending'), damaged: sum('damaged'), lost: sum('lost') },
    backfillLeft: sum('backfillLeft'),
    ...(probes.length === 0 ? {} : { probe: probesTogether(probes) }),
  };
}

type Probe = NonNullable<Health['probe']>;

function probesTogether(probes: readonly Probe[]): Probe {
  const faults = new Map<string, number>();
  for (const { what, runs } of probes.flatMap((probe) => probe.faults))
    faults.set(what, (faults.get(what) ?? 0) + runs);
  return {
    runs: probes.reduce((sum, { runs }) => sum + runs, 0),
    failed: probes.reduce((sum, { failed }) => sum + failed, 0),
    faults: [...faults].map(([what, runs]) => ({ what, runs })).toSorted((a, b) => b.runs - a.runs),
  };
}
