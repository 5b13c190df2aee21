import type { Config, SloConfig } from '@sekisho/config';
import type { Proposal, ReviewAction, SloReview } from '@sekisho/contract';
import { targetAt } from '@sekisho/objectives/budget';
import { isoOf, type Span } from '@sekisho/objectives/minutes';
import { type Attribution, attribute, correctedShares } from '@sekisho/objectives/review';
import type { PageRow } from '../alerts/index.ts';
import { targetViews } from '../detail.ts';
import type { Look } from '../evaluate/index.ts';
import { budgetFacts } from '../facts/facts.ts';
import { windowView } from '../summary.ts';
import { causesOf, type Happened, type ToldCause } from './happened.ts';
import { hintsOf } from './hints.ts';
import type { MonthLook } from './look-at-month.ts';
import type { ReviewRow } from './row.ts';
import { decisionView } from './view.ts';

/** Unexplained stretches that are named, and what they took of the budget at least; the rest is in the sum. */
const mostStretches = 5;
const leastShare = 0.02;

/** All that a draft for one SLO is made of. */
export interface Material {
  readonly config: Config;
  readonly month: Span;
  readonly now: Look;
  readonly atEnd: MonthLook | null;
  readonly happened: Happened;
  readonly pages: readonly PageRow[];
  readonly proposals: readonly Proposal[];
  readonly suggestion: SloReview['suggestion'];
  readonly row: ReviewRow | null;
  readonly actions: readonly ReviewAction[];
}

/** What the meeting reads about one SLO. */
export function draftOf(material: Material): SloReview {
  const { now, atEnd: then, pages, proposals, suggestion, row, actions } = material;
  const { slo } = now;
  const { kind: method } = slo.method;
  const traffic = then?.look.history.sum({ from: material.month.from, to: then.end });
  const { good = 0, bad = 0, excluded = 0, clientErrors = 0 } = traffic ?? {};
  const budget = budgetFacts(then?.budget ?? null);
  const draft = {
    ...{ id: slo.id, displayName: slo.displayName, service: slo.service, shadow: slo.shadow },
    ...{ window: windowView(slo.window), method },
    targets: targetsDuring(now, material.month),
    ...{ budget, raw: budgetFacts(then?.raw ?? null), own: budgetFacts(then?.own ?? null) },
    ...{ days28: budgetFacts(then?.last28 ?? null), days7: budgetFacts(then?.last7 ?? null) },
    traffic: { good, bad, excluded, clientErrors },
    attribution: then === null ? null : attributionOf(material, slo, then),
    corrections: then === null ? [] : correctionsOf(then),
    pages: pages.map(pageFacts),
    ...{ proposals: [...proposals], suggestion, actions: [...actions] },
  };
  return {
    ...draft,
    state: row?.state ?? 'not-started',
    decision: row === null ? null : decisionView(row, budget),
    hints: hintsOf(draft),
  };
}

/** The target that was in force when the month began, and those that came in it. */
function targetsDuring({ objective }: Look, { from, to }: Span): SloReview['targets'] {
  const first = targetAt(objective.targets, from);
  const began = objective.targets.findLast((one) => one.from <= from)?.from ?? from;
  const inside = objective.targets.filter((one) => one.from > from && one.from < to);
  const targets = first === undefined ? inside : [{ from: began, target: first }, ...inside];
  return targetViews({ objective: { ...objective, targets } });
}

function attributionOf(
  { config, happened, pages }: Material,
  slo: SloConfig,
  { look, budget, end }: MonthLook,
): SloReview['attribution'] {
  if (budget === null) return null;
  const causes = causesOf(config, slo, happened, pages, end);
  const { from, asOf, allowed } = budget;
  const found = attribute(look.ledger, { from, to: asOf }, causes);
  const share = (bad: number) => (allowed === 0 ? null : bad / allowed);
  return {
    ...{ bad: found.bad, unexplained: found.unexplained, paged: found.paged },
    causes: causeFacts(found, share),
    unexplainedShare: share(found.unexplained),
    stretches: found.stretches
      .filter(({ bad }) => bad >= allowed * leastShare)
      .slice(0, mostStretches)
      .map(({ bad, paged, ...span }) => ({
        ...{ from: isoOf(span.from), to: isoOf(span.to), bad, paged },
      })),
    assumed: look.objective.missing === 'bad' ? budget.coverage.assumed : 0,
    cut: happened.cut,
  };
}

type Causes = NonNullable<SloReview['attribution']>['causes'];

/** Causes that took something, the most first; then those that only overlapped. */
function causeFacts({ shares }: Attribution, share: (bad: number) => number | null): Causes {
  return shares
    .map(({ cause, bad, minutes, touched }) => {
      const { id, kind, spans, told } = cause as ToldCause;
      return {
        ...{ kind: kind as Causes[number]['kind'], id, ...told, bad, minutes, touched },
        from: isoOf(Math.min(...spans.map(({ from }) => from))),
        to: isoOf(Math.max(...spans.map(({ to }) => to))),
        budgetShare: share(bad),
      };
    })
    .toSorted((a, b) => b.bad - a.bad || b.touched - a.touched);
}

function correctionsOf({ look, budget }: MonthLook): SloReview['corrections'] {
  if (budget === null) return [];
  const span = { from: budget.from, to: budget.asOf };
  return correctedShares(look.raw, look.ledger, look.mask, span).map((taken) => {
    const { id, who, why, agreedBy } = taken.correction;
    const { from, to, bad, minutes } = taken;
    return { id, who, why, agreedBy, from: isoOf(from), to: isoOf(to), bad, minutes };
  });
}

function pageFacts(row: PageRow): SloReview['pages'][number] {
  const { id, key, severity, incident, untold, acknowledged_by: acknowledgedBy } = row;
  return {
    ...{ id, key, severity, incident, untold, acknowledgedBy },
    firedAt: row.fired_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  };
}
