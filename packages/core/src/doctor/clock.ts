import { type Finding, type FindingSubject, found } from '@sekisho/contract';

/** Seconds from which people should know, and from which deadlines and signatures are in danger. */
const bounds = { off: 5, far: 120 } as const;

/**
 * Judges how far two clocks are apart.
 * @param aheadMs how far the one looked at is ahead; below 0 when it is behind
 */
export function judgeClock(
  code: 'clock-database' | 'clock-aws' | 'clock-engine',
  subject: FindingSubject,
  aheadMs: number,
): Finding {
  const seconds = Math.round(aheadMs / 100) / 10;
  const apart = Math.abs(seconds);
  const outcome = apart > bounds.far ? 'far' : apart > bounds.off ? 'off' : 'good';
  return found(code, outcome, subject, { seconds, bound: bounds.off });
}
