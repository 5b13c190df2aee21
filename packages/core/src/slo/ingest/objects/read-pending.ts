import { minuteOf } from '@sekisho/objectives/minutes';
import type { House, Tx } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { contributeAll, withdraw } from '../../minutes/index.ts';
import { SourceError } from '../../ports.ts';
import type { CountedSeries } from '../counted-series.ts';
import { noteLines } from '../read-lines/store.ts';
import { type ReadObject, segmentOf } from './read-object.ts';
import {
  lockObject,
  noteObjectFailure,
  type ObjectRow,
  pendingObjects,
  writeObject,
} from './store.ts';

/** Reads one object for some series. Errors: `SourceError`. */
export type Read = (
  object: ObjectRow,
  wanted: readonly CountedSeries[],
  now: number,
) => Promise<ReadObject>;

/** Objects read at once, and counted in one transaction, so that a day is folded once for all. */
export const objectsAtOnce = 8;

/**
 * Reads the next objects that wait, and counts them. One that cannot be read is left for later and
 * keeps no other from being counted.
 * @returns how many there were
 * Errors: the `SourceError` when none of them could be read: then it is the source that fails.
 */
export async function readPending(
  house: House,
  source: string,
  read: Read,
  wanted: readonly CountedSeries[],
): Promise<number> {
  const objects = await transactAsSystem(house, (tx) => pendingObjects(tx, source, objectsAtOnce));
  const now = minuteOf(house.clock.now().getTime());
  const settled = await Promise.allSettled(objects.map((object) => read(object, wanted, now)));
  const found = settled.flatMap((one, index) => {
    const object = objects[index];
    return object === undefined ? [] : [{ object, one }];
  });
  await transactAsSystem(house, async (tx) => {
    for (const { object, one } of found) {
      if (one.status === 'rejected') continue;
      if (!(await lockObject(tx, source, object))) continue;
      const before = object.read_etag;
      if (before !== null && before !== object.etag)
        await withdraw(tx, source, segmentOf({ key: object.key, etag: before }));
      await contributeAll(tx, one.value.contributions);
      const { damage, read: lines } = one.value;
      await noteLines(tx, source, [lines]);
      const done = { state: 'read', read_etag: object.etag, damage } as const;
      await writeObject(tx, source, object.key, { ...done, attempts: 0, next_attempt_at: null });
    }
  });
  await noteFailures(house, source, found);
  return objects.length;
}

interface Found {
  readonly object: ObjectRow;
  readonly one: PromiseSettledResult<ReadObject>;
}

async function noteFailures(house: House, source: string, found: readonly Found[]): Promise<void> {
  const failed: SourceError[] = [];
  for (const { object, one } of found) {
    if (one.status === 'fulfilled') continue;
    const error: unknown = one.reason;
    if (!(error instanceof SourceError)) throw error;
    if (error.code === 'gone') {
      await transactAsSystem(house, (tx) => forgetContent(tx, source, object));
      continue;
    }
    failed.push(error);
    await transactAsSystem(house, (tx) => noteObjectFailure(tx, source, object));
  }
  const [first] = failed;
  if (first !== undefined && failed.length === found.length) throw first;
}

/** This content is no longer there: what was counted of an earlier or later one of the same key stands. */
async function forgetContent(tx: Tx, source: string, object: ObjectRow): Promise<void> {
  if (!(await lockObject(tx, source, object))) return;
  const { key, read_etag: readEtag } = object;
  if (readEtag === null) await writeObject(tx, source, key, { state: 'lost' });
  else await writeObject(tx, source, key, { state: 'read', etag: readEtag });
}
