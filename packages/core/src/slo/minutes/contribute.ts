import { addToDay, decodeDay, emptyDay, encodeDay, type Span } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import {
  contributionsByDay,
  countedColumns,
  extended,
  minutesOf,
  readStored,
  replaces,
  reread,
  type SeriesContribution,
  type StoredContribution,
  storedForm,
} from './contribution.ts';
import { addCover, readEdges, writeEdges, writeMeasured } from './covers.ts';
import {
  daysOfSegment,
  deleteContribution,
  findContributions,
  findDay,
  writeContribution,
  writeDay,
} from './store.ts';

/** One contribution in the place of another; either may be absent. */
interface Change {
  readonly before: StoredContribution | null;
  readonly after: StoredContribution | null;
}

/**
 * Takes in one contribution: the day's block changes by the difference to what its segment gave
 * before. Repeating it, or giving a shorter reading of the segment, changes nothing.
 * @returns whether anything changed
 *
 * Errors: throws `RangeError`, and changes nothing, when a minute is of another day or a count cannot be.
 */
export async function contribute(tx: Tx, contribution: SeriesContribution): Promise<boolean> {
  return (await contributeAll(tx, [contribution])) > 0;
}

/**
 * The same for many at once: each day is folded once. Whoever has several to give in one transaction
 * gives them here, since it locks the days in an order that all writers keep.
 * @returns how many changed anything
 */
export async function contributeAll(
  tx: Tx,
  contributions: readonly SeriesContribution[],
): Promise<number> {
  const days = Map.groupBy(contributions, ({ series, day }) => subjectOf(series, day));
  let changed = 0;
  for (const [subject, all] of inOrder(days)) {
    await lockSubject(tx, subject);
    changed += await foldIn(tx, all);
  }
  return changed;
}

/**
 * Adds to what segments gave before: for a segment that grows and is read piece by piece. The caller
 * sees to it, in the same transaction, that no piece is given twice.
 */
export async function extendAll(
  tx: Tx,
  contributions: readonly SeriesContribution[],
): Promise<void> {
  const days = Map.groupBy(contributions, ({ series, day }) => subjectOf(series, day));
  for (const [subject, all] of inOrder(days)) {
    await lockSubject(tx, subject);
    for (const one of all) {
      const [row] = await findContributions(tx, one.series, one.day, [one.segment]);
      await foldIn(tx, [row === undefined ? one : extended(readStored(row), one)]);
    }
  }
}

/**
 * Puts what was read of a span in the place of what its segment said of that span before, day by day;
 * the segment's other minutes stay. For sources that are asked again for what may have come late.
 */
export async function rereadSpan(
  tx: Tx,
  contribution: Omit<SeriesContribution, 'day'>,
  span: Span,
): Promise<void> {
  const { covers, minutes, ...origin } = contribution;
  // Each day of the span is named, so that a day of which nothing is said any more loses what it had.
  const days = contributionsByDay(origin, [span], minutes);
  for (const one of days.toSorted((a, b) => a.day - b.day)) {
    const { series, day, segment } = one;
    await lockSubject(tx, subjectOf(series, day));
    const [row] = await findContributions(tx, series, day, [segment]);
    const known = row === undefined ? null : readStored(row);
    const next = reread(known, { ...one, covers }, span);
    if (next !== null) await foldIn(tx, [next]);
  }
}

/** Takes back everything that a segment gave to any series. @returns whether there was anything */
export async function withdraw(tx: Tx, source: string, segment: string): Promise<boolean> {
  const given = await daysOfSegment(tx, source, segment);
  const days = Map.groupBy(given, ({ series, day }) => subjectOf(series, day));
  for (const [subject, [first]] of inOrder(days)) {
    if (first === undefined) continue;
    const { series, day } = first;
    await lockSubject(tx, subject);
    const [row] = await findContributions(tx, series, day, [segment]);
    if (row === undefined) continue;
    await deleteContribution(tx, { series, segment, day });
    await changeDay(tx, series, day, [{ before: readStored(row), after: null }]);
  }
  return given.length > 0;
}

function subjectOf(series: string, day: number): string {
  return `slo-day:${series}:${day}`;
}

function inOrder<Value>(days: ReadonlyMap<string, Value>): readonly [string, Value][] {
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Takes in contributions to one day of one series, which is locked. */
async function foldIn(tx: Tx, all: readonly SeriesContribution[]): Promise<number> {
  const [first] = all;
  if (first === undefined) return 0;
  const { series, day } = first;
  const segments = [...new Set(all.map(({ segment }) => segment))];
  const rows = await findContributions(tx, series, day, segments);
  const known = new Map(rows.map((row) => [row.segment, readStored(row)]));
  const changes: Change[] = [];
  for (const one of all) {
    const before = known.get(one.segment) ?? null;
    const after = storedForm(one);
    if (before !== null && !replaces(after, before)) continue;
    known.set(one.segment, after);
    changes.push({ before, after });
    const { source, segment } = one;
    const { extent, covers, minutes } = after;
    const texts = { covers: JSON.stringify(covers), minutes };
    await writeContribution(tx, { series, segment, day, source, extent, ...texts });
  }
  if (changes.length > 0) await changeDay(tx, series, day, changes);
  return changes.length;
}

async function changeDay(
  tx: Tx,
  series: string,
  day: number,
  changes: readonly Change[],
): Promise<void> {
  const row = await findDay(tx, series, day);
  const block = row === undefined ? emptyDay(day) : decodeDay(row.block);
  const edges = row === undefined ? new Map<number, number>() : readEdges(row.edges);
  for (const { before, after } of changes) {
    for (const cover of before?.covers ?? []) addCover(edges, cover, -1);
    for (const cover of after?.covers ?? []) addCover(edges, cover, 1);
    // What is put in comes first, so that no count passes below nothing on its way.
    for (const { minute, ...counts } of after === null ? [] : minutesOf(after.block))
      addToDay(block, minute, counts);
    for (const { minute, ...counts } of before === null ? [] : minutesOf(before.block))
      addToDay(block, minute, negative(counts));
  }
  writeMeasured(edges, block.measured);
  await writeDay(tx, {
    ...{ series, day, version: (row?.version ?? 0) + 1, changed_at: tx.now },
    ...{ edges: writeEdges(edges), block: encodeDay(block) },
  });
}

function negative(counts: Readonly<Record<(typeof countedColumns)[number], number>>) {
  return Object.fromEntries(countedColumns.map((column) => [column, -counts[column]]));
}
