import { kindsOf } from '../kinds.ts';
import { type Observation, placeKey, type TargetRow } from '../leases/index.ts';
import { type Looked, lookForOrphans } from '../ops/index.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { House } from '../platform/context.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import type { Ports } from '../ports.ts';
import { openWithTargets } from './store.ts';

/** What AWS was seen to be, beside what this database says. */
export interface Sighting {
  /** By target key; a target that nobody could look at is not in it. */
  readonly seen: ReadonlyMap<string, Observation>;
  readonly servers: Looked;
  /** Names of environments and accounts that did not answer. */
  readonly unanswered: readonly string[];
}

/** Looks at everything that is lent, and for servers that bear our mark; changes nothing. */
export async function look(house: House, ports: Ports): Promise<Sighting> {
  const { leases, targets } = await transactAsSystem(house, openWithTargets);
  const kinds = kindsOf(house, ports);
  const granted = leases.filter(({ granted_at: at }) => at !== null);
  const byTarget = Map.groupBy(granted, ({ target_key: key }) => key);
  const lent = targets.filter(({ key }) => byTarget.has(key));
  const frozenOf = ({ key }: TargetRow) => byTarget.get(key)?.[0]?.frozen ?? {};
  const places = [...Map.groupBy(lent, (target) => placeKey(target, frozenOf(target))).values()];
  const seen = new Map<string, Observation>();
  const blind = new Set<string>();
  await Promise.all(
    places.map(async (place) => {
      const [first] = place;
      if (first === undefined) return;
      const theirs = place.flatMap(({ key }) => byTarget.get(key) ?? []);
      const kind = kinds[first.kind];
      const sights = await kind.observe(place, theirs, () => undefined).catch(asFailure(place));
      for (const [key, sight] of sights) {
        if (sight instanceof CloudError) blind.add(first.environment);
        else seen.set(key, sight);
      }
    }),
  );
  const servers = await lookForOrphans({ house, cloud: ports.cloud });
  const unanswered = [...new Set([...blind, ...servers.unanswered])].toSorted();
  return { seen, servers, unanswered };
}

/** A place that does not answer says nothing of any target. Errors: what is no failure of the cloud. */
function asFailure(place: readonly TargetRow[]) {
  return (error: unknown): ReadonlyMap<string, CloudError> => {
    if (!(error instanceof CloudError)) throw error;
    return new Map(place.map(({ key }) => [key, error]));
  };
}
