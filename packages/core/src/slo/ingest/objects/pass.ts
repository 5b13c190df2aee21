import type { SourceConfig } from '@sekisho/config';
import { minuteOf } from '@sekisho/objectives/minutes';
import { addSeconds } from '../../../platform/clock.ts';
import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import type { SourceAdapters } from '../adapters.ts';
import { countAgain } from '../backfill/count-again.ts';
import { newestObject, noteSeries } from '../backfill/store.ts';
import { countedSeries } from '../counted-series.ts';
import { sourceRow, writeSource } from '../sources/store.ts';
import { lookForObjects } from './look-for-objects.ts';
import { readObject } from './read-object.ts';
import { type Read, readPending } from './read-pending.ts';
import { hasFreshPending } from './store.ts';

export type ObjectSourceConfig = Extract<SourceConfig, { readonly kind: 's3-logs' }>;

/** How much one pass may do before another source, or another replica, has its turn. */
export interface PassLimits {
  readonly seconds: number;
  readonly objects: number;
}

export const usualLimits: PassLimits = { seconds: 45, objects: 5000 };

/** What appeared longer ago is the past, which the watermark does not wait for. */
const freshSeconds = 2 * 86_400;

/**
 * One pass over a store of log objects: finds new ones, counts them for every series, counts old ones
 * for new series, and moves the watermark when nothing fresh is left.
 *
 * Errors: `SourceError` when the store or its queue fails; what was counted before stays counted.
 */
export async function passOverObjects(
  house: House,
  adapters: SourceAdapters,
  config: ObjectSourceConfig,
  limits: PassLimits = usualLimits,
): Promise<void> {
  const began = house.clock.now();
  const wanted = countedSeries(house.config(), config.name, minuteOf(began.getTime()));
  if (wanted.length === 0) return;
  const row = await transactAsSystem(house, async (tx) => {
    const names = wanted.map(({ series }) => series);
    await noteSeries(tx, config.name, names, await newestObject(tx, config.name));
    return sourceRow(tx, config.name);
  });
  const store = adapters.logStore(config);
  const { name, prefix, latenessMinutes } = config;
  const notices = adapters.logNotices(config);
  const { stopping } = adapters;
  const source = { name, prefix, latenessMinutes, store, notices, stopping };
  const complete = await lookForObjects(house, source, row, wanted);
  const read: Read = (object, some, now) => readObject(store, config, object, some, now);
  const mayGoOn = goOnUntil(house, began, limits, adapters.stopping);
  for (let done = -1; done !== 0 && mayGoOn(done); )
    done = await readPending(house, name, read, wanted);
  await transactAsSystem(house, async (tx) => {
    const fresh = await hasFreshPending(tx, name, addSeconds(began, -freshSeconds));
    if (complete && !fresh) await writeSource(tx, name, { covered_to: minuteOf(began.getTime()) });
  });
  for (let done = -1; done !== 0 && mayGoOn(done); )
    done = await countAgain(house, name, read, wanted);
}

/** Whether there is time for more. */
function goOnUntil(
  house: House,
  began: Date,
  limits: PassLimits,
  stopping: AbortSignal | undefined,
): (done: number) => boolean {
  const until = addSeconds(began, limits.seconds);
  let left = limits.objects;
  return (done) => {
    left -= Math.max(0, done);
    return stopping?.aborted !== true && left > 0 && house.clock.now() <= until;
  };
}
