import { minuteOf, msPerMinute, type Span } from '@sekisho/core/sources';

/** A span that is asked for in periods of one length. */
export interface Stretch {
  readonly span: Span;
  /** Minutes. */
  readonly period: number;
}

const DAY = 1440;

/**
 * How long points of a period are kept, in minutes.
 * Source: CloudWatch API reference, GetMetricData: 60 s for 15 days, 300 s for 63, 3600 s for 455.
 * An hour less than that, so that what is asked for has not gone while it is asked.
 */
const retention = [
  { period: 1, kept: 15 * DAY - 60 },
  { period: 5, kept: 63 * DAY - 60 },
  { period: 60, kept: 455 * DAY - 60 },
] as const;

/**
 * Cuts a span where CloudWatch keeps points of shorter periods no more, and widens the pieces to whole
 * periods. What is too old for any is in no piece.
 * @param now milliseconds since 1970
 * @param published minutes between the points of the metric
 */
export function stretchesOf(span: Span, now: number, published: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let to = span.to;
  for (const { period: held, kept } of retention) {
    const period = Math.max(held, published);
    const oldest = Math.ceil((minuteOf(now) - kept) / 60) * 60;
    const from = Math.max(span.from, oldest);
    if (from < to) {
      const whole = { from: floorTo(from, period), to: ceilTo(to, period) };
      stretches.unshift({ span: whole, period });
      to = from;
    }
  }
  return stretches;
}

/** The instant of a minute's beginning. */
export function dateOf(minute: number): Date {
  return new Date(minute * msPerMinute);
}

function floorTo(minute: number, period: number): number {
  return Math.floor(minute / period) * period;
}

function ceilTo(minute: number, period: number): number {
  return Math.ceil(minute / period) * period;
}
