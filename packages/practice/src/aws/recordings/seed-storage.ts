import type { World } from '../world/world.ts';
import { placeKey } from '../world/world.ts';
import { practiceRecordings } from './places.ts';

/** Bucket of backups, for whoever tries them. */
const backups = 'practice-backups';

/**
 * Buckets, and the log groups of every account.
 * @param accounts the bucket of recordings is the first one's
 * @param now epoch milliseconds
 */
export function seedStorage(
  world: World,
  accounts: readonly string[],
  region: string,
  now: number,
): void {
  const { bucket, logGroup, hostLogGroup } = practiceRecordings;
  const [account = ''] = accounts;
  for (const name of [bucket, backups])
    world.buckets.put(name, { account, region, name, createdAt: now });
  for (const each of accounts) {
    const place = { account: each, region };
    for (const name of [logGroup, hostLogGroup])
      world.logGroups.put(`${placeKey(place)}/${name}`, { ...place, name, createdAt: now });
  }
}
