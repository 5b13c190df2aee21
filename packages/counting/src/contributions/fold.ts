import { type MinuteCounts, sumMinutes } from '../scan/minute-tally.ts';
import type { Contribution } from './contribution.ts';

/** Contributions by their key: adding one twice, or in another order, gives the same ledger. */
export type Ledger = ReadonlyMap<string, Contribution>;

/** The ledger with more contributions in it. Of one key the longer reading stands. */
export function addContributions(ledger: Ledger, more: Iterable<Contribution>): Ledger {
  const all = new Map(ledger);
  for (const one of more) {
    const key = keyOf(one);
    const known = all.get(key);
    if (known === undefined || stands(one, known)) all.set(key, one);
  }
  return all;
}

/** The minutes of everything in the ledger. */
export function foldMinutes(ledger: Ledger): readonly MinuteCounts[] {
  return sumMinutes([...ledger.values()].map(({ minutes }) => minutes));
}

function keyOf({ definition, source, segment, day }: Contribution): string {
  return JSON.stringify([definition, source, segment, day]);
}

/** Whether one replaces another of its key; between two of one length, an order that all agree on. */
function stands(one: Contribution, known: Contribution): boolean {
  if (one.extent !== known.extent) return one.extent > known.extent;
  return JSON.stringify(one.minutes) > JSON.stringify(known.minutes);
}
