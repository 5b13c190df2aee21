import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { contributeAll } from '../../minutes/index.ts';
import { type LogFiles, SourceError, type TailedFile } from '../../ports.ts';
import { moveBackfill } from '../backfill/store.ts';
import { type Counting, countAdded, countCompressed } from './count-added.ts';
import type { KnownFile } from './identify.ts';

/**
 * Counts all that was read of files for series that are new, as if they had been wanted from the beginning.
 * Errors: `SourceError`; what was counted then is counted again at the next pass.
 */
export async function countFromStart(
  house: House,
  counting: Counting,
  followed: readonly KnownFile[],
): Promise<void> {
  const counted = new Set<string>();
  for (const known of followed) {
    const { row } = known;
    // A copy of what is counted adds nothing.
    if (row === null || row.place <= 0 || counted.has(row.beginning)) continue;
    counted.add(row.beginning);
    await countOne(house, counting, known, row.place).catch(ignoreGone);
  }
  const series = counting.wanted.map((each) => each.series);
  await transactAsSystem(house, (tx) => moveBackfill(tx, series, 0));
}

async function countOne(
  house: House,
  counting: Counting,
  known: KnownFile,
  until: number,
): Promise<void> {
  const file: TailedFile = { ...known.file, named: true };
  const files = upTo(counting.files, until);
  const { contributions } = known.compressed
    ? await countCompressed(counting, { ...known, file }, [])
    : await countAdded({ ...counting, files }, { ...known, file, place: 0 }, Infinity);
  // Later than any reading of a series that was wanted before, and given up.
  const extent = house.clock.now().getTime();
  await transactAsSystem(house, (tx) =>
    contributeAll(
      tx,
      contributions.map((each) => ({ ...each, extent })),
    ),
  );
}

/** The same files, as if they ended at a place. */
function upTo(files: LogFiles, end: number): LogFiles {
  return {
    ...files,
    async *read(file, from) {
      let left = end - from;
      for await (const piece of files.read(file, from)) {
        yield piece.subarray(0, left);
        left -= piece.length;
        if (left <= 0) return;
      }
    },
  };
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof SourceError && error.code === 'gone')) throw error;
}
