import type { SloConfig, SloView } from '@sekisho/config';
import { contract, type SloViewPair, type SloViewSeen } from '@sekisho/contract';
import { targetAt } from '@sekisho/objectives/budget';
import { isoOf, minuteOf, type Span } from '@sekisho/objectives/minutes';
import { type Comparison, compareViews, type Pair, type View } from '@sekisho/objectives/views';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import { readMoment } from '../../platform/read-input.ts';
import { implement } from '../../platform/verb.ts';
import { needSlosOf } from '../agreements/need-slo.ts';
import { type Evaluator, evaluatorOf, readWhole, watermarkOf } from '../evaluate/index.ts';
import { isoOrNull } from '../facts/facts.ts';
import { sourcesOf } from '../minutes/index.ts';

const hour = 60;
const day = 24 * hour;
const usualLength = 30 * day;
/** Leaving out each day in turn takes time with their square. */
const longest = 92 * day;
/** Up to here an hour is a point, unless asked otherwise. */
const byHour = 8 * day;

/** An SLO that is one view of its service. */
interface Seen {
  readonly slo: SloConfig;
  readonly view: SloView;
  readonly target: number;
  readonly counted: View;
}

export const views = implement(contract['slo.views'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { service, from, to, by }, evaluator) => {
    const slos = needSlosOf(tx.config, service);
    const span = spanAsked(tx, from, to);
    const seen = await seenOf(tx, evaluator, slos, span);
    const length = by ?? (span.to - span.from <= byHour ? 'hour' : 'day');
    const bucketMinutes = length === 'hour' ? hour : day;
    const counted = seen.map((one) => one.counted);
    const comparison = compareViews(counted, span, bucketMinutes);
    return {
      ...{ service, displayName: tx.config.services[service]?.displayName ?? null },
      ...{ from: isoOf(span.from), to: isoOf(span.to), bucketMinutes },
      views: comparison.views.flatMap((each) => {
        const one = seen.find(({ view }) => view.name === each.kind);
        return one === undefined ? [] : [seenFacts(one, each, comparison.pairs)];
      }),
      pairs: comparison.pairs.map(pairFacts),
    };
  },
});

/** Whole hours of what has happened; the last thirty days without a wish. */
function spanAsked(tx: Tx, from: string | undefined, to: string | undefined): Span {
  const asked = readMoment(tx, 'to', to, 'past') ?? tx.now;
  const latest = Math.min(asked.getTime(), tx.now.getTime());
  const end = Math.floor(minuteOf(latest) / hour) * hour;
  const since = readMoment(tx, 'from', from, 'past');
  const start =
    since === undefined ? end - usualLength : Math.floor(minuteOf(since.getTime()) / hour) * hour;
  if (start < end) return { from: Math.max(start, end - longest), to: end };
  const field = from === undefined ? 'to' : 'from';
  const needed = isoOf(end);
  throw new AppError('bad-input', { field, value: from ?? to ?? '', problem: 'not-good', needed });
}

/** What each view counted; corrections are left in, since what they excuse was met all the same. */
async function seenOf(
  tx: Tx,
  { reads }: Evaluator,
  slos: readonly SloConfig[],
  span: Span,
): Promise<readonly Seen[]> {
  const agreed = await reads.agreedFor(tx, slos);
  const seen: Seen[] = [];
  for (const slo of slos) {
    if (slo.view === undefined) continue;
    const target = targetAt(agreed.get(slo.id)?.targets ?? [], span.to) ?? slo.target;
    // Of a composite all events of its parts, once the last of its sources is complete.
    const { history } = await readWhole(tx, reads, slo, span);
    const through = await watermarkOf(tx, reads, slo);
    const counted = { kind: slo.view.name, minutes: history, allowed: 1 - target, through };
    seen.push({ slo, view: slo.view, target, counted });
  }
  return seen;
}

function seenFacts(
  { slo, view, target, counted }: Seen,
  { good, bad, share, stretches, ...each }: Comparison['views'][number],
  pairs: readonly Pair[],
): SloViewSeen {
  const { standsFor } = view;
  const shown = pairs.find(({ near, far }) => near === standsFor?.view && far === view.name);
  return {
    ...{ view: view.name, slo: slo.id, displayName: slo.displayName, target },
    ...{ source: sourcesOf(slo).join(', '), asOf: isoOrNull(counted.through) },
    ...{ good, bad, sli: share === null ? null : 1 - share, coverage: each.coverage },
    ...{ badHours: each.badHours, usual: each.usual, threshold: each.threshold },
    standsFor: standsFor === null ? null : { ...standsFor, verdict: shown?.verdict ?? null },
    points: stretches.map((point) => ({
      at: isoOf(point.from + point.length),
      ...{ good: point.good, bad: point.bad, coverage: point.coverage, badHours: point.badHours },
    })),
  };
}

function pairFacts({ gap, because, ...pair }: Pair): SloViewPair {
  const worst = gap.worst.map(({ from, ...hours }) => ({ from: isoOf(from), ...hours }));
  return { ...pair, because: [...because], gap: { ...gap, worst } };
}
