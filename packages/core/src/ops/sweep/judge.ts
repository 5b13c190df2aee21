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
  if (state !== undefined && !isFinal(state)) return null;
  // A step that is planned keeps its moment; one that was done and changed nothing is due again.
  if (state !== undefined) {
    if (before?.verdict === 'ended-lease' && before.next !== 'nothing') return before;
    return { ...base, verdict: 'ended-lease', next: 'terminate', next_at: now };
  }
  if (before?.next === 'nothing') return { ...before, next: 'terminate', next_at: now };
  if (before !== undefined && before.verdict !== 'ended-lease') return before;
  const next_at = addSeconds(now, graceSeconds);
  return { ...base, verdict: 'unknown', next: 'quarantine', next_at };
}

/** What an orphan becomes once its next step was done. */
export function afterStep(row: OrphanRow, graceSeconds: number, now: Date): OrphanRow {
  return row.next === 'quarantine'
    ? { ...row, verdict: 'quarantined', next: 'terminate', next_at: addSeconds(now, graceSeconds) }
    : { ...row, next: 'nothing', next_at: null };
}
