import type { EnvironmentConfig } from '@sekisho/config';
import type { House } from '../../platform/context.ts';
import type { CloudScope, OpsCloud, OpsInstance } from '../cloud.ts';
import { tagKeys } from '../tags.ts';

export interface Found {
  readonly environment: string;
  readonly scope: CloudScope;
  readonly instance: OpsInstance;
}

/** Every instance that bears this installation's tag and is not gone, in these environments. */
export async function findInstances(
  house: House,
  cloud: OpsCloud,
  environments: readonly EnvironmentConfig[],
): Promise<Found[]> {
  const { installation } = house.config();
  const found = await Promise.all(
    [...Map.groupBy(environments, placeOf).values()].map(async ([first]) => {
      if (first === undefined) return [];
      const scope = scopeOfEnvironment(first);
      const instances = await cloud.instancesByTag(scope, tagKeys.installation, [installation]);
      return instances
        .filter(({ state }) => state !== 'terminated' && state !== 'shutting-down')
        .map((instance) => {
          const environment = instance.tags[tagKeys.environment] ?? first.name;
          return { environment, scope, instance };
        });
    }),
  );
  return found.flat();
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
