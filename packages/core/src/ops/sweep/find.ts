import type { EnvironmentConfig } from '@sekisho/config';
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
  const places = [...Map.groupBy(environments, placeOf).values()];
  const looks = await Promise.allSettled(
    places.map(async ([first]) => (first ? findIn(cloud, installation, first) : [])),
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
): Promise<Found[]> {
  const scope = scopeOfEnvironment(place);
  const instances = await cloud.instancesByTag(scope, tagKeys.installation, [installation]);
  return instances
    .filter(({ state }) => state !== 'terminated' && state !== 'shutting-down')
    .map((instance) => {
      const environment = instance.tags[tagKeys.environment] ?? place.name;
      return { environment, scope, instance };
    });
}

/** Environments may share an account and region; each place is looked at once. */
function placeOf({ account, region, roleArn }: EnvironmentConfig): string {
  return `${account} ${region} ${roleArn ?? ''}`;
}

export function scopeOfEnvironment(environment: EnvironmentConfig): CloudScope {
  const { name, account, region, roleArn, externalId } = environment;
  return {
    environment: name,
    ...{ account, region },
    ...(roleArn === null ? {} : { roleArn }),
    ...(externalId === null ? {} : { externalId }),
  };
}
