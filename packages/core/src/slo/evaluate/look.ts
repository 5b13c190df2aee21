import type { SloConfig } from '@sekisho/config';
import {
  cellMinutes,
  type Ledger,
  makeComposite,
  makeLedger,
  type Objective,
  spanOf,
} from '@sekisho/objectives/budget';
import { type Correction, type Mask, maskOf, noMask } from '@sekisho/objectives/corrections';
import type { Minute, MinuteHistory, Span } from '@sekisho/objectives/minutes';
import { knownFrom } from './known-from.ts';
import type { PartHistory } from './part-histories.ts';

/** All that is known of one SLO up to a minute, ready to be judged. */
export interface Look {
  readonly slo: SloConfig;
  readonly objective: Objective;
  readonly corrections: readonly Correction[];
  readonly mask: Mask;
  readonly history: MinuteHistory;
  /** Minutes of the parts of a composite. */
  readonly parts?: readonly PartHistory[];
  /** Minutes with corrections taken out. */
  readonly ledger: Ledger;
  /** The same without corrections; the very same ledger where there are none. */
  readonly raw: Ledger;
  /** The source's watermark; null when nothing is complete yet. */
  readonly through: Minute | null;
  /** When it was first looked at: from then on silence is missing data. */
  readonly since: Minute;
}

/** The minutes that judging from `from` on must know of: the longest window before it. */
export function reachOf({ window, alerts }: SloConfig, from: Minute): Minute {
  const lengths = [
    ...alerts.tiers.map(({ long }) => long),
    ...alerts.drops.map(({ minutes }) => minutes),
    alerts.noData?.minutes ?? 0,
    // A tier's guard looks at a whole window that ends now, in a calendar as well.
    windowLength(window, from),
  ];
  // At the very end of a period it is still that period.
  return Math.min(spanOf(window, from - 1).from, from - Math.max(...lengths));
}

function windowLength(window: SloConfig['window'], at: Minute): number {
  const span = spanOf(window, at);
  return span.to - span.from;
}

/**
 * Counts the minutes of a span by an SLO's method, with and without corrections. Time before anyone
 * counted is left out: it was not unmeasured, it was not looked at.
 *
 * Errors: throws `BadCorrection` for one that cannot be carried out.
 */
export function lookAt(
  given: Pick<Look, 'slo' | 'objective' | 'corrections' | 'history' | 'parts' | 'through'>,
  span: Span,
  since: Minute,
): Look {
  const { objective, corrections, history, parts } = given;
  const known = Math.min(knownFrom(history) ?? since, since);
  // A slice that begins before the window must be known whole, or the window would seem cut.
  const size = cellMinutes(objective.method);
  const from = Math.max(Math.floor(span.from / size) * size, known);
  const within = { from: Math.min(from, span.to), to: span.to };
  const mask = corrections.length === 0 ? noMask : maskOf(corrections, within);
  const of = (minutes: MinuteHistory, out: Mask) =>
    makeLedger(minutes, objective.method, out, within);
  const count = (out: Mask) =>
    parts === undefined
      ? of(history, out)
      : makeComposite(parts.map((part) => ({ ...part, ledger: of(part.history, out) })));
  let ledger: Ledger | null = null;
  let raw: Ledger | null = null;
  return {
    ...{ ...given, since, mask },
    // Counting thirty days is what costs: a quiet SLO is judged without.
    get ledger() {
      if (mask.spans.length === 0) return this.raw;
      ledger ??= count(mask);
      return ledger;
    },
    get raw() {
      raw ??= count(noMask);
      return raw;
    },
  };
}
