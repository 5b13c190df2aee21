import { createClaimedWrites } from '../src/leases/engine/claimed-lease.ts';
import type { Engine } from '../src/leases/engine/engine.ts';
import type { House } from '../src/platform/context.ts';

/** An engine with nobody to tell, and with what a test gives it to lend. */
export function bareEngine(house: House, parts: Partial<Engine> = {}): Engine {
  return {
    house,
    kinds: {} as Engine['kinds'],
    ...{ claimSeconds: 60, pollSeconds: 60 },
    writeClaimed: createClaimedWrites(house),
    probe: () => undefined,
    onExpired: () => undefined,
    onFailure: () => undefined,
    ...parts,
  };
}
