import type { OutputOf } from '@sekisho/contract';
import { statesOf } from '../leases/index.ts';
import { tagKeys } from '../ops/index.ts';
import type { Tx } from '../platform/context.ts';
import { type Restored, restoredView } from '../platform/restored.ts';
import { type Difference, differenceOf, differenceOfServer, type Wish } from './differences.ts';
import type { Sighting } from './look.ts';
import { openWithTargets } from './store.ts';

/** Compares what was seen with what this database says now. */
export async function compare(tx: Tx, sighting: Sighting, wish: Wish): Promise<Difference[]> {
  const { leases } = await openWithTargets(tx);
  const { found } = sighting.servers;
  const states = await statesOf(
    tx,
    found.map(({ instance }) => instance.tags[tagKeys.lease] ?? ''),
  );
  return [
    ...leases.map((lease) => differenceOf(lease, sighting, wish, tx.now)),
    ...found.map((server) => differenceOfServer(tx, server, states)),
  ].filter((difference) => difference !== null);
}

export function view(
  mark: Restored | null,
  differences: readonly Difference[],
  { unanswered }: Pick<Sighting, 'unanswered'>,
): OutputOf<'recovery.show'> {
  return {
    restored: restoredView(mark),
    differences: [...differences],
    unanswered: [...unanswered],
  };
}
