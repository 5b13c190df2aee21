import type { Span } from '../lanes/layout.ts';

const hour = 3_600_000;

/** What the lanes of Now show: the last 12 hours and the next 4. */
export function lanesSpan(now: number): Span {
  // One pixel is about a minute: drawing it anew each second would show nothing.
  const step = Math.floor(now / 15_000) * 15_000;
  return { from: step - 12 * hour, to: step + 4 * hour };
}
