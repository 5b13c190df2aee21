import type { Minute, Span } from '../minutes/minute.ts';
import { type Hours, judgeHours, minutesPerHour, type Seen, seenBy } from './hour.ts';
import { comparePair, type Pair } from './pair.ts';
import { type View, type ViewKind, viewKinds } from './view.ts';

/** What one view saw in one of the stretches shown. */
export interface Stretch extends Seen {
  readonly badHours: number;
}

/** One view over the whole span. */
export interface ViewSummary {
  readonly kind: ViewKind;
  readonly good: number;
  readonly bad: number;
  /** Bad of good and bad; null without traffic. */
  readonly share: number | null;
  readonly coverage: number;
  readonly badHours: number;
  /** The middle share of bad over its hours. */
  readonly usual: number;
  /** Share that an hour must exceed, by more than chance, to be bad. */
  readonly threshold: number;
  /** By stretch of the length asked for, all views at the same moments. */
  readonly stretches: readonly Stretch[];
}

/** Views of one service, side by side. */
export interface Comparison {
  /** The nearest to users first. */
  readonly views: readonly ViewSummary[];
  /** Each with each that is farther from users. */
  readonly pairs: readonly Pair[];
}

/**
 * Compares what was counted of one service from several places over a span: share and traffic of each,
 * the gaps between them, and whether one can stand in for another. Agreement is judged by hours,
 * whatever the stretches shown.
 * @param views at most one of each kind
 * @param length of the stretches shown, in minutes
 */
export function compareViews(
  views: readonly View[],
  { from, to }: Span,
  length: number = minutesPerHour,
): Comparison {
  // Whole hours, so that the first and the last weigh as much as the others.
  const hourly = { from: Math.ceil(from / 60) * 60, to: Math.floor(to / 60) * 60 };
  const ordered = viewKinds.flatMap((kind) => views.find((view) => view.kind === kind) ?? []);
  const judged = ordered.map((view) => ({
    kind: view.kind,
    view,
    seen: judgeHours(seenBy(view, hourly, minutesPerHour), view.allowed),
  }));
  return {
    views: judged.map(({ kind, view, seen }) => ({
      ...whole(view, { from, to }),
      ...{ kind, usual: seen.usual, threshold: seen.threshold },
      badHours: badStarts(seen).length,
      stretches: withBadHours(seenBy(view, { from, to }, length), seen),
    })),
    pairs: judged.flatMap((near, index) =>
      judged.slice(index + 1).map((far) => comparePair(near, far)),
    ),
  };
}

function whole(view: View, span: Span): Pick<Seen, 'good' | 'bad' | 'share' | 'coverage'> {
  const nothing = { good: 0, bad: 0, share: null, coverage: 0 };
  const { good, bad, share, coverage } = seenBy(view, span, span.to - span.from)[0] ?? nothing;
  return { good, bad, share, coverage };
}

function badStarts({ hours, judged }: Hours): readonly Minute[] {
  return hours.flatMap(({ from }, index) => (judged[index] === 'bad' ? [from] : []));
}

function withBadHours(stretches: readonly Seen[], seen: Hours): readonly Stretch[] {
  const starts = badStarts(seen);
  return stretches.map((stretch) => {
    const { from, length } = stretch;
    const badHours = starts.filter((start) => start >= from && start < from + length).length;
    return { ...stretch, badHours };
  });
}
