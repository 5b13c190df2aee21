import type { Minute, Span } from '../minutes/index.ts';
import type { Correction } from './correction.ts';
import { spansOf } from './spans-of.ts';

/** The minutes that do not count, as spans that neither meet nor overlap, in order. */
export interface Mask {
  readonly spans: readonly Span[];
  /** Every correction's span as declared, with whose it is: overlapping ones are all here. */
  readonly declared: readonly { readonly span: Span; readonly correction: Correction }[];
}

export const noMask: Mask = { spans: [], declared: [] };

/**
 * What the corrections take out of `within`; minutes that several of them cover are taken out once.
 *
 * Errors: throws `BadCorrection` for the first that cannot be carried out.
 */
export function maskOf(corrections: readonly Correction[], within: Span): Mask {
  const declared = corrections
    .flatMap((correction) => spansOf(correction, within).map((span) => ({ span, correction })))
    .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  return { spans: merged(declared.map(({ span }) => span)), declared };
}

function merged(ordered: readonly Span[]): readonly Span[] {
  const spans: { from: Minute; to: Minute }[] = [];
  for (const { from, to } of ordered) {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}

/** The corrections that cover a minute: who, why, and who agreed. */
export function correctionsAt(mask: Mask, minute: Minute): readonly Correction[] {
  return mask.declared
    .filter(({ span }) => span.from <= minute && minute < span.to)
    .map(({ correction }) => correction);
}

/** One byte for each minute of `within`: 1 where it does not count. */
export function maskedMinutes(mask: Mask, within: Span): Uint8Array {
  const masked = new Uint8Array(Math.max(within.to - within.from, 0));
  for (const { from, to } of mask.spans)
    masked.fill(1, Math.max(from - within.from, 0), Math.max(to - within.from, 0));
  return masked;
}
