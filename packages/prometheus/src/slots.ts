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
  /** Of all: those that are their client's own errors. */
  clientErrors: number;
  /** Whether the count of all events was there at both ends. */
  measured: boolean;
}

/** Series of all events, of the good (or bad) among them, and of clients' own errors where told. */
export interface Pair {
  readonly total: readonly Series[];
  readonly part: readonly Series[];
  readonly clientErrors?: readonly Series[];
}

type Field = 'total' | 'part' | 'clientErrors';
const fields = ['total', 'part', 'clientErrors'] as const satisfies readonly Field[];

/** The slots of every target in which all events were counted. @param maxGap milliseconds */
export function slotsOf(given: Pair, maxGap: number): readonly Slot[] {
  const targets = new Map<string, Record<Field, Series[]>>();
  for (const field of fields)
    for (const series of given[field] ?? []) {
      const held = targets.get(series.target) ?? { total: [], part: [], clientErrors: [] };
      targets.set(series.target, held);
      held[field].push(series);
    }
  return [...targets.values()].flatMap((target) => slotsOfTarget(target, maxGap));
}

function slotsOfTarget(of: Record<Field, Series[]>, maxGap: number): readonly Slot[] {
  const times = scrapesOf(fields.flatMap((field) => of[field]));
  const slots = times.slice(1).map((to, index) => ({
    ...{ from: times[index] ?? to, to, total: 0, part: 0, clientErrors: 0, measured: false },
  }));
  const placeOf = new Map(times.map((time, index) => [time, index]));
  for (const field of fields)
    for (const series of of[field])
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
function addTo(slots: Slot[], field: Field, events: number): void {
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
