import type { Frozen } from '../leases/index.ts';
import { scopeOfEnvironment } from '../platform/cloud-scope.ts';
import type { CloudScope, ResolvedTemplate, TemplateWish } from './cloud.ts';
import type { Wish } from './consider.ts';
import type { OpsPorts, PriceList } from './ports.ts';

const scope = ({ environment }: Wish) => scopeOfEnvironment(environment);

/** The template that a wish is about, and where. */
export function templateWish(wish: Wish): [CloudScope, TemplateWish] {
  const name = wish.environment.opsServer.launchTemplate;
  return [scope(wish), { name, instanceType: wish.instanceType }];
}

/** Pins the launch template to the version that an approver will look at. Errors: `CloudError`. */
export function freezeTemplate(
  { cloud }: Pick<OpsPorts, 'cloud'>,
  wish: Wish,
): Promise<ResolvedTemplate> {
  return cloud.resolveTemplate(...templateWish(wish));
}

/** US dollars per hour of a size; null when nobody knows. A container of one's own engine costs nothing. */
export function priceOf(
  prices: PriceList,
  { region, engine }: Pick<Wish['environment'], 'region' | 'engine'>,
  size: string,
): number | null {
  return engine === null ? prices.costPerHour(region, size) : 0;
}

/** Everything that is approved and that a grant may not change. */
export function freezeAll({ prices }: OpsPorts, wish: Wish, resolved: ResolvedTemplate): Frozen {
  const { account, region, roleArn, externalId, engine } = wish.environment;
  return {
    version: 1,
    ...{ account, region, roleArn, externalId },
    ...(engine === null ? {} : { engine }),
    costPerHour: priceOf(prices, wish.environment, resolved.instanceType),
    kind: { ...resolved },
  };
}
