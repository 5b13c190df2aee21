import { indicatorsOf, type SloConfig } from '@sekisho/config';
import type { Minute } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import type { Reads } from './reads.ts';

/**
 * Minutes of an SLO before this one are as complete as its sources promise: a composite is judged
 * when the last of its parts is. Null when one of them has none.
 */
export async function watermarkOf(
  tx: Tx,
  { throughOf }: Pick<Reads, 'throughOf'>,
  slo: SloConfig,
): Promise<Minute | null> {
  let least: Minute | null = Number.POSITIVE_INFINITY;
  // All are asked, so that they are known before minutes are read.
  for (const { source } of indicatorsOf(slo)) {
    const through = await throughOf(tx, source);
    least = least === null || through === null ? null : Math.min(least, through);
  }
  return least;
}
