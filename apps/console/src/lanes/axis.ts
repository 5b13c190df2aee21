import type { Span } from './layout.ts';

const minute = 60_000;
const day = 1440;
const steps = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, day, 2 * day, 7 * day, 14 * day].map(
  (count) => count * minute,
);

/**
 * Round moments of the reader's clock to write under the lanes.
 * @param most how many fit beside each other
 * @param offset the reader's distance from UTC in milliseconds, so that hours are local ones
 */
export function axisMoments(span: Span, most: number, offset: number): number[] {
  const step = axisStep(span, most);
  const first = Math.ceil((span.from + offset) / step) * step - offset;
  const moments: number[] = [];
  for (let at = first; at <= span.to; at += step) moments.push(at);
  return moments;
}

/** Milliseconds between the moments that are written; whole days where hours would say nothing. */
export function axisStep({ from, to }: Span, most: number): number {
  const length = to - from;
  return steps.find((size) => length / size <= most) ?? 28 * day * minute;
}
