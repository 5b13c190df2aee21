import { addSeconds } from '../../platform/clock.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { orderStatuses, slosByRepository } from './order-statuses.ts';
import { forgetPullsBefore } from './store.ts';

/** Closed pull requests are kept for longer than an old event of theirs would be believed. */
const keptSeconds = 60 * 86_400;

/** Looks again at every open pull request: a budget may have changed sides. */
export async function refreshStatuses(house: House): Promise<void> {
  if (house.config().github === null) return;
  await transactAsSystem(house, async (tx) => {
    await orderStatuses(tx, [...slosByRepository(tx.config).keys()]);
    await forgetPullsBefore(tx, addSeconds(tx.now, -keptSeconds));
  });
}
