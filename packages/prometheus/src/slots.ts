import { increasesOf } from './increases.ts';
import type { Series } from './series.ts';

/** The time from one scrape of a target to the next, and what its counters gained in it. */
export interface Slot {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  total: number;
  /** Of those: good or bad ones, whichever is told apart. */
  part: number;
  /** Whether the count of all events was there at both ends. */
  measured: boolean;
}

/** Series of all events, and of the good (or bad) among them. */
export interface Pair {
  readonly total: readonly Series[];
  readonly part: readonly Series[];
}

/** The slots of every target in which all events were counted. @param maxGap milliseconds */
export function slotsOf({ total, part }: Pair, maxGap: number): readonly Slot[] {
  const targets = new Map<string, { total: Series[]; part: Series[] }>();
  const of = (target: string) => {
    const held = targets.get(target) ?? { total: [], part: [] };
    targets.set(target, held);
    return held;
  };
  for (const series of total) of(series.target).total.push(series);
  for (const series of part) of(series.target).part.push(series);
  return [...targets.values()].flatMap((target) => slotsOfTarget(target, maxGap));
}

function slotsOfTarget({ total, part }: Pair, maxGap: number): readonly Slot[] {
  const times = scrapesOf([...total, ...part]);
  const slots = times.slice(1).map((to, index) => ({
    ...{ from: times[index] ?? to, to, total: 0, part: 0, measured: false },
  }));
  const placeOf = new Map(times.map((time, index) => [time, index]));
  for (const [field, list] of [['total', total] as const, ['part', part] as const])
    for (const series of list)
      for (const increase of increasesOf(series, times, maxGap)) {
        const range = slots.slice(placeOf.get(increase.from), placeOf.get(increase.to));
        addTo(range, field, increase.events);
      }
  return slots.filter(({ measured }) => measured);
}

function scrapesOf(series: readonly Series[]): readonly number[] {
  const times = new Set<number>();
  for (const { samples } of series) for (const { at } of samples) times.add(at);
  return [...times].sort((a, b) => a - b);
}

/** Lays an increase over the slots that it spans: one, unless this series alone missed a scrape. */
function addTo(slots: Slot[], field: 'total' | 'part', events: number): void {
  const begin = slots[0]?.from ?? 0;
  const length = (slots.at(-1)?.to ?? 0) - begin;
  let before = 0;
  for (const slot of slots) {
    const until = Math.floor(events * ((slot.to - begin) / length));
    slot[field] += until - before;
    before = until;
    if (field === 'total') slot.measured = true;
  }
}
