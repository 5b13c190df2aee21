import { type Objective, spanOf } from '../budget/index.ts';
import type { Span } from '../minutes/index.ts';
import type { ReplayOptions } from '../replay/replay.ts';

/** Part of the window that must be known before its budget's lowest point means something. */
const settledShare = 0.1;

/**
 * From when on a budget that begins with the logs is judged. Of a window of which only the first
 * minutes are known one failure spends all, so a spent budget is told of once the whole window is
 * known, and the lowest point is looked for once a tenth of it is, or half of the logs.
 */
export function judgedFrom(
  { window }: Objective,
  span: Span,
): Pick<Required<ReplayOptions>, 'spentFrom' | 'lowestFrom'> {
  const { from, to } = span;
  const first =
    window.kind === 'rolling' ? { from, to: from + window.minutes } : spanOf(window, from);
  const length = first.to - first.from;
  const spentFrom = window.kind === 'calendar' && first.from === from ? from : first.to;
  return { spentFrom, lowestFrom: from + Math.min(length * settledShare, (to - from) / 2) };
}
