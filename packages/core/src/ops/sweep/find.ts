import type { EnvironmentConfig } from '@sekisho/config';
import { placeName, scopeOfEnvironment } from '../../platform/cloud-scope.ts';
import type { House } from '../../platform/context.ts';
import type { CloudScope, OpsCloud, OpsInstance } from '../cloud.ts';
import { tagKeys } from '../tags.ts';

export interface Found {
  readonly environment: string;
  readonly scope: CloudScope;
  readonly instance: OpsInstance;
}

/** What was found, and where nobody answered. */
export interface Search {
  readonly found: readonly Found[];
  /** Names of the environments whose place answered. */
  readonly answered: readonly string[];
  readonly failures: readonly unknown[];
}

/**
 * Every instance that bears this installation's tag and is not gone, in these environments. A
 * place that does not answer keeps nobody from looking at the others.
 */
export async function findInstances(
  house: House,
  cloud: OpsCloud,
  environments: readonly EnvironmentConfig[],
): Promise<Search> {
  const { installation } = house.config();
  const places = [...Map.groupBy(environments, placeName).values()];
  const neighbours = Map.groupBy(Object.values(house.config().environments), placeName);
  const looks = await Promise.allSettled(
    places.map(async ([first]) => {
      if (first === undefined) return [];
      const names = (neighbours.get(placeName(first)) ?? []).map(({ name }) => name);
      return findIn(cloud, installation, first, names);
    }),
  );
  return {
    found: looks.flatMap((look) => (look.status === 'fulfilled' ? look.value : [])),
    answered: places
      .filter((_, index) => looks[index]?.status === 'fulfilled')
      .flatMap((place) => place.map(({ name }) => name)),
    failures: looks.flatMap((look): unknown[] => (look.status === 'rejected' ? [look.reason] : [])),
  };
}

async function findIn(
  cloud: OpsCloud,
  installation: string,
  place: EnvironmentConfig,
  names: readonly string[],
): Promise<Found[]> {
  const scope = scopeOfEnvironment(place);
  const instances = await cloud.instancesByTag(scope, tagKeys.installation, [installation]);
  return instances
    .filter(({ state }) => state !== 'terminated' && state !== 'shutting-down')
    .map((instance) => {
      const tagged = instance.tags[tagKeys.environment] ?? '';
      // A tag may name an environment that is elsewhere, and whose sweep would forget this one.
      const environment = names.includes(tagged) ? tagged : place.name;
      return { environment, scope, instance };
    });
}
