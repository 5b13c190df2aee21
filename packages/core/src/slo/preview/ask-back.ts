import type { PreviewTrouble } from '@sekisho/contract';
import { type Minute, MinuteHistory, type Span } from '@sekisho/objectives/minutes';
import { type MinuteSource, SourceError } from '../ports.ts';

/** How far back a source is asked, and how long. */
export interface AskingBounds {
  /** Minutes back, growing: what is newest comes first, so that something is shown in any case. */
  readonly steps: readonly Minute[];
  /** Once it is aborted no further question is begun. */
  readonly enough: AbortSignal;
  /** Ends the question that is under way. */
  readonly most: AbortSignal;
}

export interface AskedBack {
  readonly history: MinuteHistory;
  /** What was answered for. */
  readonly span: Span;
  /** Why not more; null when no more was wanted. */
  readonly trouble: Omit<PreviewTrouble, 'source'> | null;
}

/**
 * Asks a source for the last hours, the newest first, as far as it answers soon: what came until it
 * fails is kept.
 * @param to the end of the newest minute
 * Errors: throws what is no `SourceError`.
 */
export async function askBack(
  source: MinuteSource,
  to: Minute,
  { steps, enough, most }: AskingBounds,
): Promise<AskedBack> {
  const history = new MinuteHistory();
  let from = to;
  for (const step of steps) {
    if (from < to && enough.aborted) break;
    const span = { from: to - step, to: from };
    try {
      for (const { minute, ...counts } of await source.read(span, { signal: most }))
        if (minute >= span.from && minute < span.to) history.add(minute, counts);
    } catch (error) {
      return { history, span: { from, to }, trouble: troubleOf(error, most) };
    }
    from = span.from;
  }
  return { history, span: { from, to }, trouble: null };
}

/** Errors: throws what is none of a source. */
export function troubleOf(error: unknown, most?: AbortSignal): Omit<PreviewTrouble, 'source'> {
  if (most?.aborted === true) return { code: 'slow', message: 'it did not answer in time' };
  if (!(error instanceof SourceError)) throw error;
  const { code, message } = error;
  const short = message.slice(0, 300);
  if (code === 'unreachable' && /did not answer within/.test(message))
    return { code: 'slow', message: short };
  // Prometheus and what is like it say so only in words.
  const isTooMuch = code !== 'limited' && /too many|more than \d+ bytes/i.test(message);
  return { code: isTooMuch ? 'too-much' : code, message: short };
}
