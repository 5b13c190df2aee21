import type { SloPage } from '@sekisho/contract';
import type { TestWorld } from '../../../test/support/world.ts';
import { transact } from '../src/platform/context.ts';
import { systemPrincipal } from '../src/platform/system-principal.ts';
import { insertPage } from '../src/slo/alerts/store.ts';

const month = 30 * 1440;
/** Each firing is at another minute. */
let fired = 0;

/** A page of an SLO, as it would be had its budget burned. */
export async function plantedPage(
  world: TestWorld,
  more: { readonly slo?: string; readonly severity?: SloPage['severity'] } = {},
): Promise<string> {
  const { house } = world.core;
  const id = house.ids.id('page');
  const now = house.clock.now();
  const window = (minutes: number) => ({ minutes, bad: 30, total: 1000, ratio: 0.03, burn: 30 });
  fired += 1;
  await transact(house, systemPrincipal(now), (tx) =>
    insertPage(tx, {
      ...{ id, slo: 'checkout-availability', service: 'checkout', key: 'burn-page' },
      ...{ severity: 'page', fired_minute: fired, fired_at: now, resolved_at: null },
      ...{ acknowledged_at: null, acknowledged_by: null, incident: null, untold: null },
      ...{ refired: 0, revision: 1, changed: [], ...more },
      why: {
        ...{ kind: 'burn', spent: null, drop: null, noData: null, clients: null, budget: null },
        burn: {
          ...{ tier: 'page-quick', severity: 'page', factor: 0.02 * (month / 60) },
          ...{ threshold: 0.0144, long: window(60), short: window(5), guard: null },
          verdict: 'fires',
        },
        ...{ beganAt: now.toISOString(), spentAt: null, resetsAt: null, clearsBy: null },
      },
    }),
  );
  return id;
}
