import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { orderStatuses, slosByRepository } from './order-statuses.ts';
import { keepPulls, type TakenPull } from './store.ts';

/** GitHub sends an event again for some days; what is older was said, or is being replayed. */
const oldestEventSeconds = 14 * 86_400;

/** What became of an event: of a repository that no service names nothing is kept. */
export type Taken = 'kept' | 'known' | 'not-ours' | 'too-old';

/**
 * Takes in what GitHub tells of a pull request, and orders the status of its head. The same event
 * again, or an earlier one, changes nothing.
 */
export async function takePull(tx: Tx, pull: TakenPull): Promise<Taken> {
  const repository = pull.repository.toLowerCase();
  const { config, now } = tx;
  if (config.github === null || !slosByRepository(config).has(repository)) return 'not-ours';
  if (pull.changed_at < addSeconds(now, -oldestEventSeconds)) return 'too-old';
  const kept = await keepPulls(tx, [{ ...pull, repository }]);
  await orderStatuses(tx, [repository]);
  return kept > 0 ? 'kept' : 'known';
}
