import { minuteOf, type Span } from '@sekisho/objectives/minutes';

/**
 * The part of a span whose minutes have ended, which may be empty.
 * @param now milliseconds since 1970
 */
export function endedSpan({ from, to }: Span, now: number): Span {
  return { from, to: Math.max(from, Math.min(to, minuteOf(now))) };
}
