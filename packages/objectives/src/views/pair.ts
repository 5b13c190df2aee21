import { dayOf } from '../minutes/minute.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type Gap, gapOf, pooled, type SeenTwice } from './gap.ts';
import type { Hours } from './hour.ts';
import { type RankCorrelation, rankCorrelation } from './rank.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import type { ViewKind } from './view.ts';

/** Two views of one service, and whether the farther can stand in for the nearer. */
export interface Pair extends Verdict {
  readonly near: ViewKind;
  readonly far: ViewKind;
  /** Hours in which both were measured. */
  readonly hours: number;
  readonly days: number;
  readonly gap: Gap;
  /** Bad hours of each, and of both at once, among these. */
  readonly badHours: { readonly near: number; readonly far: number; readonly both: number };
  /** Troubles of the nearer view, and how many of them the farther shows. */
  readonly seen: Agreement;
  /** Troubles of the farther view, and how many of them users had as well. */
  readonly meant: Agreement;
  readonly rank: RankCorrelation;
  /** How much of the failures in the nearer view's bad hours the farther shows: 1 is all; null without bad hours. */
  readonly strength: number | null;
}

/** Compares two views over the same hours. */
export function comparePair(
  near: { readonly kind: ViewKind; readonly seen: Hours },
  far: { readonly kind: ViewKind; readonly seen: Hours },
): Pair {
  const [first, end] = overlap(near.seen, far.seen);
  const [a, b] = [cut(near.seen, first, end), cut(far.seen, first, end)];
  const both = bothMeasured(a, b);
  const seen = agreementOf(a, b, 'strict');
  const meant = agreementOf(b, a, 'lenient');
  const rank = rankCorrelation(both.map(({ index, day }) => ({ day, ...excesses(a, b, index) })));
  const strength = strengthOf(a, b);
  const bad = (hours: Hours) => both.filter(({ index }) => hours.judged[index] === 'bad');
  const nearBad = bad(a);
  const facts = { hours: both.length, seen, meant, rank, strength };
  return {
    ...{ near: near.kind, far: far.kind, ...facts },
    days: new Set(both.map(({ day }) => day)).size,
    gap: gapOf(both),
    badHours: {
      ...{ near: nearBad.length, far: bad(b).length },
      both: nearBad.filter(({ index }) => b.judged[index] === 'bad').length,
    },
    ...verdictOf(facts),
  };
}

/** From when on and until when both were there at all: before a view was set up it could show nothing. */
function overlap(a: Hours, b: Hours): readonly [number, number] {
  const known = (hours: Hours) => {
    const first = hours.judged.findIndex((one) => one !== 'unmeasured');
    return first < 0
      ? [hours.judged.length, 0]
      : [first, hours.judged.findLastIndex((one) => one !== 'unmeasured') + 1];
  };
  const [[from = 0, to = 0], [start = 0, end = 0]] = [known(a), known(b)];
  return [Math.max(from, start), Math.min(to, end)];
}

function cut(whole: Hours, from: number, to: number): Hours {
  const end = Math.max(from, to);
  return { ...whole, hours: whole.hours.slice(from, end), judged: whole.judged.slice(from, end) };
}

function bothMeasured(near: Hours, far: Hours): readonly (SeenTwice & { index: number })[] {
  return near.hours.flatMap((hour, index) => {
    const other = far.hours[index];
    const unmeasured = [near.judged[index], far.judged[index]].includes('unmeasured');
    if (other === undefined || unmeasured) return [];
    return [{ index, day: dayOf(hour.from), near: hour, far: other }];
  });
}

/** Ordinary hours count as equal: their failures follow the traffic, and would make all views agree. */
function excesses(near: Hours, far: Hours, index: number) {
  const of = ({ hours, judged }: Hours) =>
    judged[index] === 'bad' ? (hours[index]?.share ?? 0) : 0;
  return { near: of(near), far: of(far) };
}

/** The far view's share of bad in the bad hours of the near one, each beyond what is usual. */
function strengthOf(near: Hours, far: Hours): number | null {
  const indexes = near.judged.flatMap((one, index) =>
    one === 'bad' && far.judged[index] !== 'unmeasured' ? [index] : [],
  );
  const beyond = ({ hours, usual }: Hours) =>
    (pooled(indexes.flatMap((index) => hours[index] ?? [])) ?? 0) - usual;
  const users = beyond(near);
  return indexes.length === 0 || users <= 0 ? null : Math.max(beyond(far), 0) / users;
}
