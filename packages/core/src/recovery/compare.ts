import { createHash } from 'node:crypto';
import { canonicalJson } from '@sekisho/config';
import type { OutputOf } from '@sekisho/contract';
import { statesOf } from '../leases/index.ts';
import { tagKeys } from '../ops/index.ts';
import type { Tx } from '../platform/context.ts';
import { type Restored, restoredView } from '../platform/restored.ts';
import {
  type Difference,
  differenceOf,
  differenceOfServer,
  usualGraceSeconds,
  type Wish,
} from './differences.ts';
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

/** What an admin is shown before they say how to settle it. */
export const usualWish: Wish = { graceSeconds: usualGraceSeconds, end: [] };

/** Stands for what was shown: until when something runs on moves with the clock, and is no part of it. */
export function digestOf(differences: readonly Difference[]): string {
  const told = differences.map(({ until: _, ...difference }) => canonicalJson(difference));
  return createHash('sha256').update(told.toSorted().join('\n')).digest('hex').slice(0, 12);
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
    shown: mark === null ? null : digestOf(differences),
  };
}
