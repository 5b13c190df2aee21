import type { OutputOf, SloViewSeen } from '@sekisho/contract';

export type SloViews = OutputOf<'slo.views'>;

/** Views as columns, ready to be drawn: times in seconds since 1970, then one for each view. */
export interface ViewColumns {
  readonly times: readonly number[];
  /** Percent; null where nothing was measured or nothing came. */
  readonly badShares: readonly (readonly (number | null)[])[];
  /** An hour; null where nothing was measured. */
  readonly traffic: readonly (readonly (number | null)[])[];
}

type Point = SloViewSeen['points'][number];

export function viewColumns({ views, bucketMinutes }: SloViews): ViewColumns {
  const perHour = 60 / bucketMinutes;
  const each = (of: (point: Point) => number | null) => views.map(({ points }) => points.map(of));
  return {
    times: (views[0]?.points ?? []).map(({ at }) => Date.parse(at) / 1000),
    badShares: each((point) => {
      const share = shareOfBad(point);
      return share === null ? null : share * 100;
    }),
    traffic: each(({ good, bad, coverage }) => (coverage === 0 ? null : (good + bad) * perHour)),
  };
}

export function shareOfBad({ good, bad }: Pick<Point, 'good' | 'bad'>): number | null {
  return good + bad === 0 ? null : bad / (good + bad);
}

const mostRows = 31;

/** One row of the table: a moment, and the share of bad of each view until then from the row before. */
export interface ViewRow {
  readonly at: string;
  readonly shares: readonly (number | null)[];
}

/** The same in so few rows that they can be read: sums of what lies between them. */
export function viewRows({ views }: SloViews): readonly ViewRow[] {
  const count = views[0]?.points.length ?? 0;
  const length = Math.max(Math.ceil(count / mostRows), 1);
  return Array.from({ length: Math.ceil(count / length) }, (_, row) => {
    const parts = views.map(({ points }) => points.slice(row * length, (row + 1) * length));
    const sum = (part: readonly Point[], of: 'good' | 'bad') =>
      part.reduce((total, point) => total + point[of], 0);
    return {
      at: parts[0]?.at(-1)?.at ?? '',
      shares: parts.map((part) => shareOfBad({ good: sum(part, 'good'), bad: sum(part, 'bad') })),
    };
  });
}
