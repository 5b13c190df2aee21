import { contract } from '@sekisho/contract';
import { readRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import type { Ports } from '../ports.ts';
import { compare, usualWish, view } from './compare.ts';
import { look } from './look.ts';

export const show = implement(contract['recovery.show'], {
  // Nothing is asked of AWS where nothing has to be settled.
  prepare: async ({ house, ports }: PrepareScope<Ports>) =>
    (await transactAsSystem(house, readRestored)) === null ? null : look(house, ports),
  decide: async (tx, _input, sighting) => {
    const mark = await readRestored(tx);
    if (mark === null || sighting === null) return view(null, [], { unanswered: [] });
    return view(mark, await compare(tx, sighting, usualWish), sighting);
  },
});
