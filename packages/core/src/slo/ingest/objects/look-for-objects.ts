import { dayOf, minuteOf, minutesPerDay } from '@sekisho/objectives/minutes';
import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import type { LogNotice, LogNotices, LogObject, LogStore } from '../../ports.ts';
import { type CountedSeries, keptDays } from '../counted-series.ts';
import { type SourceRow, writeSource } from '../sources/store.ts';
import { hasDayFolders, listingsOf } from './listings.ts';
import { noteObjects } from './store.ts';

/** Objects noted in one statement. */
const atOnce = 500;
/** Days of the past listed in one pass, so that the present is not kept waiting. */
const pastDaysAPass = 3;
/** Notices taken in one pass. */
const mostNotices = 2000;
/** Minutes that an interval of a load balancer lasts at most: its object is in the folder of the day on which it ended. */
const longestInterval = 60;

export interface ObjectSource {
  readonly name: string;
  readonly prefix: string;
  readonly latenessMinutes: number;
  readonly store: LogStore;
  readonly notices: LogNotices | null;
  readonly stopping: AbortSignal | undefined;
}

/**
 * Finds out which objects there are, and remembers those that are new.
 * @returns whether everything that has been delivered is known now
 * Errors: `SourceError`.
 */
export async function lookForObjects(
  house: House,
  source: ObjectSource,
  row: SourceRow,
  wanted: readonly CountedSeries[],
): Promise<boolean> {
  const now = minuteOf(house.clock.now().getTime());
  const today = dayOf(now);
  const known = Math.min(now, row.listed_to ?? now);
  const recent = dayOf(known - source.latenessMinutes - longestInterval);
  const told = source.notices === null ? null : await takeNotices(house, source, source.notices);
  // A queue keeps what happened while nobody asked; what was there before it must be listed once.
  const listed = source.notices !== null && row.listed_from !== null;
  if (!listed) {
    await listDays(house, source, { from: recent, to: today });
    await transactAsSystem(house, (tx) => writeSource(tx, source.name, { listed_to: now }));
  }
  await listPast(house, source, { from: row.listed_from, recent }, wanted);
  return told ?? true;
}

/** Lists some more of the days that an SLO looks back at, going backwards. */
async function listPast(
  house: House,
  source: ObjectSource,
  listed: { readonly from: number | null; readonly recent: number },
  wanted: readonly CountedSeries[],
): Promise<void> {
  const listedFrom = listed.from ?? listed.recent;
  const oldest = Math.min(...wanted.map(({ from }) => dayOf(from)), listedFrom);
  const byDay = hasDayFolders(source.prefix);
  const from = byDay ? Math.max(oldest, listedFrom - pastDaysAPass) : oldest;
  if (from === listed.from) return;
  if (byDay && from < listedFrom) await listDays(house, source, { from, to: listedFrom - 1 });
  await transactAsSystem(house, (tx) => writeSource(tx, source.name, { listed_from: from }));
}

async function listDays(
  house: House,
  source: ObjectSource,
  days: { readonly from: number; readonly to: number },
): Promise<void> {
  const oldest = house.clock.now().getTime() - keptDays * minutesPerDay * 60_000;
  let batch: LogObject[] = [];
  const note = async () => {
    const objects = batch;
    batch = [];
    await transactAsSystem(house, (tx) => noteObjects(tx, source.name, objects));
  };
  for (const { prefix } of listingsOf(source.prefix, days)) {
    for await (const object of source.store.list(prefix)) {
      // Folders are listed as objects without bytes.
      if (object.key.endsWith('/') || object.modified.getTime() < oldest) continue;
      if (batch.push(object) >= atOnce) await note();
    }
  }
  await note();
}

/** Takes what is in the queue. @returns whether it is empty now */
async function takeNotices(
  house: House,
  { name, prefix, stopping }: ObjectSource,
  notices: LogNotices,
): Promise<boolean> {
  for (let taken = 0; taken < mostNotices; ) {
    const received = await receive(notices, stopping);
    if (received === null) return false;
    if (received.length === 0) return true;
    taken += received.length;
    const modified = house.clock.now();
    const objects = received.flatMap(({ object }) =>
      object?.key.startsWith(prefix) === true ? [{ ...object, modified }] : [],
    );
    await transactAsSystem(house, (tx) => noteObjects(tx, name, objects));
    for (const notice of received) await notice.settle();
  }
  return false;
}

/** The next notices; null when the process is to end. */
async function receive(
  notices: LogNotices,
  stopping: AbortSignal | undefined,
): Promise<readonly LogNotice[] | null> {
  try {
    return await notices.receive(stopping === undefined ? {} : { signal: stopping });
  } catch (error) {
    if (stopping?.aborted === true) return null;
    throw error;
  }
}
