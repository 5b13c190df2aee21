import { contract } from '@sekisho/contract';
import { isoOf, type Minute, minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import type { Incident } from '@sekisho/objectives/replay';
import { implement } from '../../platform/verb.ts';
import { percentOf } from '../agreements/minutes.ts';
import { needSlo } from '../agreements/need-slo.ts';
import { evaluatorOf, type Look, lookBack, reachOf } from '../evaluate/index.ts';
import { isoOrNull } from '../facts/facts.ts';
import { lookAtOne } from '../looks.ts';
import { spanAsked } from '../span-asked.ts';
import { targetNow, windowView } from '../summary.ts';
import { candidatesOf } from './candidates.ts';
import { incidentsOf } from './incidents.ts';

/** Replaying costs by the minute and by the target: a month of minutes is what a call may ask for. */
const longestMinutes = 31 * 1440;
const usualTargets = [99, 99.5, 99.9, 99.95];
const usualPoints = 500;

export const replay = implement(contract['slo.replay'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { id, targets, from, to, points, incidents: declared }, evaluator) => {
    const slo = needSlo(tx.config, id);
    const now = await lookAtOne(tx, evaluator, slo);
    const asked = spanAsked(tx, now, { from, to }, longestMinutes);
    const look = await lookBack(tx, evaluator, now, asked, reachOf(slo, asked.from));
    const known = knownFrom(look);
    // Time before anyone counted was calm for every target: it says nothing of any of them.
    const begins = from === undefined ? Math.max(asked.from, known ?? asked.from) : asked.from;
    const span = { from: Math.min(begins, asked.to - 1), to: asked.to };
    const incidents = await incidentsOf(tx, slo.service, span, (declared ?? []).map(incidentOf));
    const target = percentOf(targetNow(now));
    const wanted = new Set(targets ?? [...usualTargets, target].toSorted((a, b) => a - b));
    const most = points ?? usualPoints;
    return {
      ...{ id, displayName: slo.displayName, service: slo.service },
      ...{ window: windowView(slo.window), target, from: isoOf(span.from), to: isoOf(span.to) },
      knownFrom: isoOrNull(known),
      incidents: incidents.map((one) => ({ ...one, from: isoOf(one.from), to: isoOf(one.to) })),
      ...candidatesOf(look, span, { targets: [...wanted], incidents, points: most }),
    };
  },
});

/** Seconds are widened outwards to whole minutes. */
function incidentOf({ id, from, to }: Record<'id' | 'from' | 'to', string>): Incident {
  const begins = minuteOf(Date.parse(from));
  const ends = Math.ceil(Date.parse(to) / msPerMinute);
  return { id, from: begins, to: Math.max(ends, begins + 1) };
}

function knownFrom({ ledger: { cells, firstCell, cellMinutes } }: Look): Minute | null {
  return cells === 0 ? null : firstCell * cellMinutes;
}
