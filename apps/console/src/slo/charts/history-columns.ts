import type { OutputOf } from '@sekisho/contract';
import type { Band, Mark } from './marks.ts';

export type SloHistory = OutputOf<'slo.history'>;

/** A history as columns, ready to be drawn; times in seconds since 1970. */
export interface HistoryColumns {
  readonly times: readonly number[];
  /** Percent; null where nothing was known. */
  readonly remaining: readonly (number | null)[];
  readonly raw: readonly (number | null)[];
  /** Whether corrections made a difference anywhere. */
  readonly corrected: boolean;
  /** A minute. */
  readonly total: readonly (number | null)[];
  /** Percent. */
  readonly badShare: readonly (number | null)[];
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
}

export function columnsOf(history: SloHistory): HistoryColumns {
  const { points, bucketMinutes } = history;
  const percent = (share: number | null) => (share === null ? null : share * 100);
  const raw = points.map(({ rawRemainingShare }) => percent(rawRemainingShare));
  const remaining = points.map(({ remainingShare }) => percent(remainingShare));
  return {
    times: points.map(({ at }) => secondsOf(at)),
    remaining,
    raw,
    corrected: raw.some((value, index) => value !== remaining[index]),
    total: points.map(({ good, bad, coverage }) =>
      coverage === 0 ? null : (good + bad) / bucketMinutes,
    ),
    badShare: points.map(({ good, bad }) => (good + bad === 0 ? null : (bad / (good + bad)) * 100)),
    bands: history.corrections.map(({ from, to }) => ({
      from: secondsOf(from),
      to: secondsOf(to),
    })),
    marks: history.pages.map(({ firedAt, severity }) => ({ at: secondsOf(firedAt), severity })),
  };
}

/** What the drawings say in a sentence. */
export interface HistorySums {
  readonly first: number | null;
  readonly last: number | null;
  readonly lowest: number | null;
  readonly bad: number;
  readonly total: number;
  /** Share of the time. */
  readonly measured: number;
}

export function sumsOf({ points }: SloHistory): HistorySums {
  const known = points.flatMap(({ remainingShare }) => remainingShare ?? []);
  const sum = (of: (point: SloHistory['points'][number]) => number) =>
    points.reduce((total, point) => total + of(point), 0);
  return {
    first: known[0] ?? null,
    last: known.at(-1) ?? null,
    lowest: known.length === 0 ? null : known.reduce((least, each) => Math.min(least, each)),
    bad: sum(({ bad }) => bad),
    total: sum(({ good, bad }) => good + bad),
    measured: points.length === 0 ? 0 : sum(({ coverage }) => coverage) / points.length,
  };
}

/** As much of a history as a strip shows. */
interface Strip {
  readonly points: readonly Pick<SloHistory['points'][number], 'good' | 'bad' | 'coverage'>[];
}

/** Neighbouring buckets of one kind as one stretch, as shares of the whole; few, however many buckets there are. */
export interface Stretch {
  readonly kind: 'unmeasured' | 'measured' | 'burned';
  readonly x: number;
  readonly width: number;
  /** How dark: burned stretches of little weight are pale. */
  readonly weight: number;
}

/**
 * One thin strip: where it was not measured, where all was well, and dark where the budget burned.
 * @param fastest the share of bad from which on a stretch is as dark as it gets
 */
export function stripOf({ points }: Strip, fastest: number): readonly Stretch[] {
  const stretches: { kind: Stretch['kind']; from: number; to: number; weight: number }[] = [];
  for (const [index, { good, bad, coverage }] of points.entries()) {
    const kind =
      coverage === 0 && good + bad === 0 ? 'unmeasured' : bad > 0 ? 'burned' : 'measured';
    const share = bad / Math.max(good + bad, 1) / fastest;
    // Four steps, so that stretches stay few.
    const weight = kind === 'burned' ? Math.min(Math.ceil(share * 4), 4) / 4 : 1;
    const last = stretches.at(-1);
    if (last?.kind === kind && last.weight === weight) last.to = index + 1;
    else stretches.push({ kind, from: index, to: index + 1, weight });
  }
  return stretches.map(({ kind, from, to, weight }) => ({
    ...{ kind, weight },
    x: from / points.length,
    width: (to - from) / points.length,
  }));
}

const mostRows = 31;

/** The history in so few rows that they can be read: sums of what lies between them, and the budget as of each. */
export function rowsOf({
  points,
}: SloHistory): readonly Pick<
  SloHistory['points'][number],
  'at' | 'good' | 'bad' | 'remainingShare'
>[] {
  const length = Math.max(Math.ceil(points.length / mostRows), 1);
  const count = Math.ceil(points.length / length);
  return Array.from({ length: count }, (_, index) => {
    // The latest row is whole; the first may be of less.
    const to = points.length - (count - 1 - index) * length;
    const part = points.slice(Math.max(to - length, 0), to);
    const { at = '', remainingShare = null } = part.at(-1) ?? {};
    const sum = (of: 'good' | 'bad') => part.reduce((total, point) => total + point[of], 0);
    return { at, remainingShare, good: sum('good'), bad: sum('bad') };
  });
}

function secondsOf(iso: string): number {
  return Date.parse(iso) / 1000;
}
