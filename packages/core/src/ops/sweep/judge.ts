import { isFinal, type LeaseState } from '@sekisho/contract';
import { addSeconds } from '../../platform/clock.ts';
import type { OpsInstance } from '../cloud.ts';
import { tagKeys } from '../tags.ts';
import type { OrphanRow } from './store.ts';

/**
 * Judges one living instance of this installation. A known lease that is over: terminate at
 * once. A lease that nobody knows: report, after a grace period stop, after another terminate.
 * A living lease: null, the engine's own business.
 */
export function judgeInstance(
  instance: OpsInstance,
  environment: string,
  state: LeaseState | undefined,
  before: OrphanRow | undefined,
  graceSeconds: number,
  now: Date,
): OrphanRow | null {
  const lease = instance.tags[tagKeys.lease] ?? null;
  const base = {
    instance_id: instance.instanceId,
    environment,
    lease,
    first_seen_at: before?.first_seen_at ?? now,
  };
  if (before?.verdict === 'spared') return before;
  if (state !== undefined) {
    if (!isFinal(state)) return null;
    return { ...base, verdict: 'ended-lease', next: 'terminate', next_at: now };
  }
  if (before === undefined) {
    return {
      ...base,
      verdict: 'unknown',
      next: 'quarantine',
      next_at: addSeconds(now, graceSeconds),
    };
  }
  const due = before.next_at !== null && before.next_at <= now;
  if (!due || before.verdict !== 'unknown') return before;
  return { ...before, verdict: 'unknown', next: 'quarantine' };
}

/** What an orphan becomes once its next step was done. */
export function afterStep(row: OrphanRow, graceSeconds: number, now: Date): OrphanRow {
  return row.next === 'quarantine'
    ? { ...row, verdict: 'quarantined', next: 'terminate', next_at: addSeconds(now, graceSeconds) }
    : { ...row, next: 'nothing', next_at: null };
}
