import { minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { contributeAll } from '../../minutes/index.ts';
import { SourceError } from '../../ports.ts';
import type { CountedSeries } from '../counted-series.ts';
import { objectsAtOnce, type Read } from '../objects/read-pending.ts';
import { moveBackfill, objectsToCountAgain, seriesRows } from './store.ts';

/**
 * Counts some objects that were read before a series was wanted for it, from the newest on. What is
 * done is remembered, so that it goes on where it stopped.
 * @returns how many objects there were
 * Errors: `SourceError`, but for objects that are gone.
 */
export async function countAgain(
  house: House,
  source: string,
  read: Read,
  wanted: readonly CountedSeries[],
): Promise<number> {
  const rows = await transactAsSystem(house, (tx) => seriesRows(tx, source));
  const behind = rows.filter((row) => row.backfill_at > 0);
  if (behind.length === 0) return 0;
  const number = Math.max(...behind.map((row) => row.backfill_at));
  const since = new Date(Math.min(...wanted.map(({ from }) => from)) * msPerMinute);
  const objects = await transactAsSystem(house, (tx) =>
    objectsToCountAgain(tx, source, { number, since }, objectsAtOnce),
  );
  const now = minuteOf(house.clock.now().getTime());
  const found = await Promise.all(
    objects.map(async (object) => {
      const names = behind.filter((row) => row.backfill_at >= object.number);
      const missing = wanted.filter(({ series }) => names.some((row) => row.series === series));
      return read(object, missing, now).catch(nothingWhenGone);
    }),
  );
  const last = objects.at(-1);
  await transactAsSystem(house, async (tx) => {
    await contributeAll(
      tx,
      found.flatMap(({ contributions }) => contributions),
    );
    const at = last === undefined || objects.length < objectsAtOnce ? 0 : last.number - 1;
    await moveBackfill(
      tx,
      behind.map(({ series }) => series),
      at,
    );
  });
  return objects.length;
}

function nothingWhenGone(error: unknown) {
  if (error instanceof SourceError && error.code === 'gone') return { contributions: [] };
  throw error;
}
