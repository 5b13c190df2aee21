import { minutesPerDay, msPerMinute, type Span } from '@sekisho/objectives/minutes';

/** From and to, in milliseconds of the day: from is in, to is not. */
export type Cover = readonly [from: number, to: number];

/**
 * How many covers begin, less how many end, at a millisecond of the day; where that is none, nothing
 * is held. Covers can be put in and taken out in any order, one by one, and the union of those that
 * are in is always known: a sum of lengths could not do that, since covers overlap.
 */
export type Edges = Map<number, number>;

const msPerDay = minutesPerDay * msPerMinute;

/** The union of spans, cut to a day. */
export function coversOfDay(day: number, spans: readonly Span[]): readonly Cover[] {
  const start = day * msPerDay;
  const inDay = (minute: number) =>
    Math.min(msPerDay, Math.max(0, Math.round(minute * msPerMinute) - start));
  const edges: Edges = new Map();
  for (const { from, to } of spans) addCover(edges, [inDay(from), inDay(to)], 1);
  return unionOf(edges);
}

/** Puts a cover in (`times` 1) or takes it out (-1). */
export function addCover(edges: Edges, [from, to]: Cover, times: 1 | -1): void {
  if (from >= to) return;
  move(edges, from, times);
  move(edges, to, -times);
}

function move(edges: Edges, at: number, by: number): void {
  const sum = (edges.get(at) ?? 0) + by;
  if (sum === 0) edges.delete(at);
  else edges.set(at, sum);
}

/** What is covered by any, in order. */
export function unionOf(edges: Edges): readonly Cover[] {
  const union: Cover[] = [];
  let depth = 0;
  let began = 0;
  for (const [at, by] of [...edges].toSorted(([a], [b]) => a - b)) {
    if (depth === 0) began = at;
    depth += by;
    if (depth < 0) throw new RangeError('a cover was taken out that was never put in');
    if (depth === 0) union.push([began, at]);
  }
  return union;
}

/** Writes how much of each minute the union covers into a column of 1440, in milliseconds. */
export function writeMeasured(edges: Edges, measured: Float64Array): void {
  measured.fill(0);
  for (const [from, to] of unionOf(edges)) {
    for (let at = Math.floor(from / msPerMinute); at * msPerMinute < to; at += 1) {
      const begin = Math.max(from, at * msPerMinute);
      const end = Math.min(to, (at + 1) * msPerMinute);
      measured[at] = (measured[at] ?? 0) + end - begin;
    }
  }
}

/** Edges as text for storage, in order of time. */
export function writeEdges(edges: Edges): string {
  return JSON.stringify([...edges].toSorted(([a], [b]) => a - b));
}

export function readEdges(text: string): Edges {
  return new Map(JSON.parse(text) as [number, number][]);
}
