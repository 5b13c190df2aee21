import {
  countingIds,
  practiceConfig,
  type TurnableClock,
  turnableClock,
} from '../../../test/support/world.ts';
import type { House } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/database.ts';

/** A house of practice without timeline and without anyone to wake, and the clock that turns it. */
export function bareHouse(database: Database): { house: House; clock: TurnableClock } {
  const clock = turnableClock();
  const config = practiceConfig();
  const house: House = {
    ...{ database, clock, ids: countingIds(), config: () => config },
    append: async () => undefined,
    wake: () => undefined,
  };
  return { house, clock };
}
