import { createHash } from 'node:crypto';

/** Longest that a run may be late; one that would be later is left out, and its time is unmeasured. */
const latestMs = 15_000;

/**
 * When the last run of a probe was due, in milliseconds since 1970, when it can be made still; null
 * when it is too late for it. Every server computes the same: instants follow from the series alone,
 * and probes of the same pace have theirs at different times.
 * @param everyMs milliseconds from one run to the next
 * @param now milliseconds since 1970
 */
export function dueAt(series: string, everyMs: number, now: number): number | null {
  const shift = createHash('sha256').update(series).digest().readUInt32BE(0) % everyMs;
  const due = Math.floor((now - shift) / everyMs) * everyMs + shift;
  return now - due <= Math.min(latestMs, everyMs) ? due : null;
}
