import { addSeconds } from '../clock.ts';
import type { House, Tx } from '../context.ts';
import { countUp, forgetCounts, readCount } from './store.ts';

/** How many failures may be in a span of time. */
interface FailureLimit {
  readonly most: number;
  readonly windowSeconds: number;
}

/** Failures that all replicas on one database count together, by what they are told to count by. */
export interface Failures {
  /** Seconds until another try may be made; 0 for at once. */
  wait(bucket: string, limit: FailureLimit): Promise<number>;
  note(bucket: string, limit: FailureLimit): Promise<void>;
}

/** Longer than any window. */
const keptSeconds = 3600;

/** Names of what is counted here, among other limits. */
const failurePrefix = 'failures/';

export function sharedFailures({
  database: { kysely },
  clock,
}: Pick<House, 'database' | 'clock'>): Failures {
  return {
    async wait(bucket, { most, windowSeconds }) {
      const now = clock.now();
      const seen = await readCount(kysely, failurePrefix + bucket);
      if (seen === null || seen.tokens < most) return 0;
      const left = addSeconds(seen.updatedAt, windowSeconds).getTime() - now.getTime();
      return Math.max(0, Math.ceil(left / 1000));
    },
    async note(bucket, { windowSeconds }) {
      const now = clock.now();
      const since = addSeconds(now, -windowSeconds);
      await countUp(kysely, { bucket: failurePrefix + bucket, now, since });
    },
  };
}

/** Forgets failures that count no more. */
export async function forgetOldFailures(tx: Tx): Promise<void> {
  await forgetCounts(tx, failurePrefix, addSeconds(tx.now, -keptSeconds));
}
