import type { SloConfig } from '@sekisho/config';
import type { SloDetail } from '@sekisho/contract';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import { runsSince, sourceHealth } from './ingest/index.ts';
import { seriesOf } from './minutes/index.ts';

/** How the source of an SLO does; null before it was read for the first time. */
export async function sourceHealthOf(tx: Tx, slo: SloConfig): Promise<SloDetail['sourceHealth']> {
  const source = tx.config.sources[slo.indicator.source];
  const health = source === undefined ? null : await sourceHealth(tx, source);
  if (health === null || (health.succeededAt === null && health.error === null)) return null;
  const { succeededAt, error, failures, nextAttemptAt, objects, backfill } = health;
  const failure =
    error === null || failures === 0
      ? null
      : {
          ...{ code: error.code, message: error.message },
          nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
        };
  const series = seriesOf(slo);
  const backfillLeft = backfill.find((each) => each.series === series)?.left ?? 0;
  const probe =
    health.kind === 'probe'
      ? { probe: await runsSince(tx, series, addSeconds(tx.now, -3600)) }
      : {};
  return {
    ...{ succeededAt: succeededAt?.toISOString() ?? null, failure },
    ...{ ...objects, backfillLeft, ...probe },
  };
}
