import type { PlaceTraits } from '../world/place-records.ts';
import type { Place } from '../world/records.ts';
import { placeKey, type World } from '../world/world.ts';

/** How an account of practice is set up in a region; as Terraform's module would, where nobody changed it. */
export function traitsOf(world: World, { account, region }: Place): PlaceTraits {
  const usual: PlaceTraits = {
    ...{ account, region, vcpuQuota: null, endpoints: [], wayOut: 'nat' },
    ...{ publicSubnets: false, switchDocument: true, logKey: true, logDays: null },
  };
  // What was written down by an older practice lacks the newer traits.
  return { ...usual, ...world.places.get(placeKey(usual)) };
}
