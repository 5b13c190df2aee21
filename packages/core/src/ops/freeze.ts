import type { Frozen } from '../leases/index.ts';
import type { ResolvedTemplate } from './cloud.ts';
import type { Wish } from './consider.ts';
import type { OpsPorts } from './ports.ts';
import { scopeOfEnvironment } from './sweep/find.ts';

const scope = ({ environment }: Wish) => scopeOfEnvironment(environment);

/** Pins the launch template to the version that an approver will look at. Errors: `CloudError`. */
export function freezeTemplate(
  { cloud }: Pick<OpsPorts, 'cloud'>,
  wish: Wish,
): Promise<ResolvedTemplate> {
  const name = wish.environment.opsServer.launchTemplate;
  return cloud.resolveTemplate(scope(wish), { name, instanceType: wish.instanceType });
}

/** Everything that is approved and that a grant may not change. */
export function freezeAll({ prices }: OpsPorts, wish: Wish, resolved: ResolvedTemplate): Frozen {
  const { account, region, roleArn, externalId } = wish.environment;
  return {
    version: 1,
    ...{ account, region, roleArn, externalId },
    costPerHour: prices.costPerHour(region, resolved.instanceType),
    kind: { ...resolved },
  };
}
