import type { SourceConfig } from '@sekisho/config';
import { type Minute, minuteOf } from '@sekisho/objectives/minutes';
import type { House, Tx } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { contributionsByDay, extendAll } from '../../minutes/index.ts';
import { SourceError, type TailedFile } from '../../ports.ts';
import type { SourceAdapters } from '../adapters.ts';
import { noteSeries, seriesRows } from '../backfill/store.ts';
import { countedSeries } from '../counted-series.ts';
import { sourceRow, writeSource } from '../sources/store.ts';
import { begunSince } from './begun-since.ts';
import type { Counting } from './count-added.ts';
import { countFromStart } from './count-from-start.ts';
import { followFile, isSettled } from './follow-file.ts';
import { identify, idOf, type KnownFile } from './identify.ts';
import { type FileRow, fileRows, touchFiles } from './store.ts';

type FileSourceConfig = Extract<SourceConfig, { readonly kind: 'log-files' }>;

/** Minutes between two looks within which no rotation throws away what nobody has read. */
const shortGap = 10;

/**
 * One pass over files that grow: counts what was added to each, through every way of rotating them, and
 * says that what was between two looks is measured.
 *
 * Errors: `SourceError`; what was counted before stays counted.
 */
export async function passOverFiles(
  house: House,
  adapters: SourceAdapters,
  config: FileSourceConfig,
): Promise<void> {
  const now = house.clock.now().getTime();
  const wanted = countedSeries(house.config(), config.name, minuteOf(now));
  if (wanted.length === 0) return;
  const names = wanted.map(({ series }) => series);
  const { rows, series } = await transactAsSystem(house, async (tx) => {
    const known = await fileRows(tx, config.name);
    await noteSeries(tx, config.name, names, known.length > 0 ? 1 : 0);
    return { rows: known, series: await seriesRows(tx, config.name) };
  });
  const behind = new Set(series.filter((row) => row.backfill_at > 0).map((row) => row.series));
  const files = adapters.logFiles(config);
  const listed = await files.list(config.paths);
  const counting = { files, config, now, wanted: wanted.filter((one) => !behind.has(one.series)) };
  const { stopping } = adapters;
  const { followed, complete } = await followAll(house, counting, listed, { rows, stopping });
  const watching = listed.some(({ named }) => named);
  if (complete)
    await transactAsSystem(house, (tx) =>
      noteWatched(tx, counting, minuteOf(now), watching ? lostNothing(rows, followed) : null),
    );
  if (behind.size > 0 && stopping?.aborted !== true) {
    const late = wanted.filter((one) => behind.has(one.series));
    await countFromStart(house, { ...counting, wanted: late }, followed);
  }
}

interface Followed {
  readonly followed: readonly KnownFile[];
  /** Whether all of them were read to their ends. */
  readonly complete: boolean;
}

/** Reads on in all files: first those that are known, since what is new may be a copy of one of them. */
async function followAll(
  house: House,
  counting: Counting,
  listed: readonly TailedFile[],
  known: { readonly rows: readonly FileRow[]; readonly stopping: AbortSignal | undefined },
): Promise<Followed> {
  let rows = [...known.rows];
  const followed: KnownFile[] = [];
  const untouched: string[] = [];
  let complete = true;
  const isBegunSince = begunSince(counting.config, known.rows);
  const ids = new Set(rows.map(idOf));
  const old = listed.filter(({ id }) => ids.has(id));
  const fresh = listed.filter(({ id }) => !ids.has(id));
  for (const file of [...plainFirst(old), ...plainFirst(fresh)]) {
    if (known.stopping?.aborted === true) return { followed, complete: false };
    const one = await identify(counting.files, file, rows, isBegunSince).catch(nullWhenGone);
    if (one === null) continue;
    if (one.row !== null && one.beginning.length === 0) {
      untouched.push(one.key);
      followed.push(one);
      continue;
    }
    const row = await followFile(house, counting, one, rows).catch(nullWhenGone);
    if (row === null || (one.compressed && !isSettled(one))) complete = false;
    if (row === null) continue;
    rows = [...rows.filter((each) => each.file !== row.file), row];
    followed.push({ ...one, row, place: row.place });
  }
  await transactAsSystem(house, (tx) => touchFiles(tx, counting, untouched));
  return { followed, complete };
}

/** A file that was just compressed goes on with one that may still have to be read. */
function plainFirst(files: readonly TailedFile[]): TailedFile[] {
  const compressed = ({ path }: TailedFile) => /\.(gz|zst)$/i.test(path);
  return [...files.filter((file) => !compressed(file)), ...files.filter(compressed)];
}

/** Whether every file that was there at the last look is there still, under whatever name. */
function lostNothing(rows: readonly FileRow[], followed: readonly KnownFile[]): boolean {
  const last = Math.max(...rows.map((row) => row.seen_at.getTime()));
  const there = new Set(followed.map(({ key }) => key));
  return rows.every((row) => row.seen_at.getTime() < last || there.has(row.file));
}

/**
 * The minutes since the last look were watched, when there is something to watch and nothing was lost.
 * @param lost nothing that was there at the last look; null when there is nothing to watch
 */
async function noteWatched(
  tx: Tx,
  { config, wanted }: Counting,
  now: Minute,
  nothingLost: boolean | null,
): Promise<void> {
  const { covered_to: from } = await sourceRow(tx, config.name);
  await writeSource(tx, config.name, { covered_to: now });
  if (from === null || from >= now || nothingLost === null) return;
  if (!nothingLost && now - from > shortGap) return;
  const contributions = wanted.flatMap(({ series }) =>
    contributionsByDay(
      { series, source: config.name, segment: 'watched', extent: now },
      [{ from, to: now }],
      [],
    ),
  );
  await extendAll(tx, contributions);
}

function nullWhenGone(error: unknown): null {
  if (error instanceof SourceError && error.code === 'gone') return null;
  throw error;
}
