import type { Span } from './layout.ts';

const minute = 60_000;
const steps = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440].map((count) => count * minute);

/**
 * Round moments of the reader's clock to write under the lanes.
 * @param most how many fit beside each other
 * @param offset the reader's distance from UTC in milliseconds, so that hours are local ones
 */
export function axisMoments(span: Span, most: number, offset: number): number[] {
  const length = span.to - span.from;
  const step = steps.find((size) => length / size <= most) ?? steps[steps.length - 1] ?? length;
  const first = Math.ceil((span.from + offset) / step) * step - offset;
  const moments: number[] = [];
  for (let at = first; at <= span.to; at += step) moments.push(at);
  return moments;
}
