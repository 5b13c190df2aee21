import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import { contract, type SloSource } from '@sekisho/contract';
import { dayOf, minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { needSlosOf } from '../agreements/need-slo.ts';
import { isoOrNull } from '../facts/facts.ts';
import { linesSince, type SourceHealth, sourceHealth } from '../ingest/index.ts';
import {
  comesByItself,
  historyOf,
  partsOf,
  seriesOf,
  sourcesOf,
  storedDaysOf,
} from '../minutes/index.ts';

const day = 1440;
/** A pass comes every minute; so much later than declared is no hiccup of it. */
const spareMinutes = 10;

export const sources = implement(contract['slo.sources'], {
  decide: async (tx, { service }) => {
    const wanted = sourcesWanted(tx.config, service);
    const all: SloSource[] = [];
    for (const source of wanted) all.push(await sourceFacts(tx, source));
    return all.toSorted((a, b) => (a.source < b.source ? -1 : 1));
  },
});

/** Every source, or those that a service is measured by. Errors: `service-not-found`. */
function sourcesWanted(config: Config, service: string | undefined): readonly SourceConfig[] {
  const sources = Object.values(config.sources);
  if (service === undefined) return sources;
  const used = needSlosOf(config, service).flatMap(sourcesOf);
  return sources.filter(({ name }) => used.includes(name));
}

async function sourceFacts(tx: Tx, config: SourceConfig): Promise<SloSource> {
  const health = await sourceHealth(tx, config);
  const now = minuteOf(tx.now.getTime());
  const { through, error, failures, succeededAt, nextAttemptAt, objects } = health;
  const late = through === null ? null : now - through - config.latenessMinutes;
  const behindMinutes = late === null ? null : Math.max(Math.floor(late), 0);
  const slos = tx.config.slos.filter((slo) => sourcesOf(slo).includes(config.name));
  const backfillLeft = health.backfill.reduce((sum, { left }) => sum + left, 0);
  return {
    ...{ source: config.name, kind: config.kind, latenessMinutes: config.latenessMinutes },
    state: stateOf(health, { behindMinutes, backfillLeft }),
    ...{ asOf: isoOrNull(through), behindMinutes },
    succeededAt: succeededAt?.toISOString() ?? null,
    failure:
      error === null || failures === 0
        ? null
        : {
            ...{ code: error.code, message: error.message, times: failures },
            nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
          },
    ...{ ...objects, backfillLeft },
    slos: await coverageOf(tx, slos, config.name, through ?? now),
    lines: await linesOf(tx, config.name, dayOf(now)),
  };
}

/** Days of which lines are told, today among them. */
const linesDays = 7;

async function linesOf(tx: Tx, source: string, today: number): Promise<SloSource['lines']> {
  const read = await linesSince(tx, source, today - linesDays + 1);
  if (read === null) return null;
  const { lines: total, unparsed: reasons } = read;
  const unparsed = reasons.reduce((sum, { lines }) => sum + lines, 0);
  return { total, unparsed, reasons: [...reasons] };
}

function stateOf(
  { failures, objects, succeededAt, kind, through }: SourceHealth,
  { behindMinutes, backfillLeft }: { behindMinutes: number | null; backfillLeft: number },
): SloSource['state'] {
  if (failures > 0) return 'failing';
  const read = comesByItself({ kind }) || succeededAt !== null;
  if (!read || through === null) return 'waiting';
  if ((behindMinutes ?? 0) > spareMinutes) return 'late';
  if (objects.damaged + objects.lost > 0) return 'damaged';
  return backfillLeft > 0 ? 'catching-up' : 'well';
}

/** How much of the day before a minute a source measured for each SLO; of a composite by the weights of its parts there. */
async function coverageOf(
  tx: Tx,
  slos: readonly SloConfig[],
  source: string,
  until: number,
): Promise<SloSource['slos']> {
  const span = { from: until - day, to: until };
  const coverages: SloSource['slos'] = [];
  for (const slo of slos) {
    let [measured, weights] = [0, 0];
    for (const [index, part] of partsOf(slo).entries()) {
      if (part.indicator.source !== source) continue;
      const minutes = await historyOf(tx, storedDaysOf, seriesOf(part), span);
      const weight = slo.parts?.[index]?.weight ?? 1;
      measured += weight * minutes.sum(span).measured;
      weights += weight;
    }
    const coverage = measured / (weights * day * msPerMinute);
    coverages.push({ id: slo.id, coverage: Math.min(coverage, 1) });
  }
  return coverages;
}
