import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import type { OpsInstance } from '../cloud.ts';
import { tagKeys } from '../tags.ts';
import { saveOrphan } from './store.ts';

/** An instance that no lease explains, after a restore. */
interface Unknown {
  readonly environment: string;
  readonly instance: OpsInstance;
}

/**
 * Lets an instance run that a lease of the lost world may still explain: it is quarantined only once
 * the hard maximum that its tag tells has passed, by when AWS itself has ended it, or the usual grace.
 */
export async function watchUnknown(tx: Tx, { environment, instance }: Unknown): Promise<void> {
  await saveOrphan(tx, {
    instance_id: instance.instanceId,
    environment,
    lease: instance.tags[tagKeys.lease] ?? null,
    first_seen_at: tx.now,
    verdict: 'unknown',
    next: 'quarantine',
    next_at: watchedUntil(instance, tx.config.leases.orphanGraceSeconds, tx.now),
  });
}

/** Until when an unexplained instance is left alone. */
export function watchedUntil({ tags }: OpsInstance, graceSeconds: number, now: Date): Date {
  const usual = addSeconds(now, graceSeconds);
  const told = new Date(tags[tagKeys.hardMaximum] ?? Number.NaN);
  if (Number.isNaN(told.getTime())) return usual;
  const after = addSeconds(told, graceSeconds);
  return after > usual ? after : usual;
}
