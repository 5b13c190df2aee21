import { insideOf } from '../javascript/calls.ts';
import type { Edit } from '../source-file.ts';
import { type MetricFound, property } from './find-metric.ts';
import { changeKind } from './import-kind.ts';

/** The bounds that prom-client takes when none are given, in seconds. Source: prom-client, lib/histogram.js. */
const usual = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What only summaries are told. */
const ofSummaries = [
  'percentiles',
  'maxAgeSeconds',
  'ageBuckets',
  'pruneAgedBuckets',
  'compressCount',
];

/**
 * A summary becomes a histogram, whose buckets can be added up: `observe` and `startTimer` are the
 * same for both.
 * @param bound the one that the SLI needs, in the metric's own unit
 * @param unit seconds of that unit
 */
export function summaryToHistogram(
  metric: MetricFound,
  bound: number,
  unit: number,
): readonly Edit[] | null {
  if (metric.kind.name !== 'Summary') return null;
  const kind = changeKind(metric, 'Histogram');
  if (kind === null) return null;
  const [first, ...others] = metric.properties.filter(({ key }) => ofSummaries.includes(key ?? ''));
  const text = `buckets: ${listOf(withBound(inUnit(unit), bound))}`;
  const last = metric.properties.at(-1);
  if (last === undefined) return null;
  const placed: Edit =
    first === undefined
      ? { from: last.to, to: last.to, text: `, ${text}` }
      : { from: first.from, to: first.to, text };
  return [...kind, placed, ...others.map((item) => without(metric, item))];
}

/** A histogram gets one more bucket, where the SLI needs it. */
export function addBucket(
  metric: MetricFound,
  bound: number,
  unit: number,
): readonly Edit[] | null {
  if (metric.kind.name !== 'Histogram') return null;
  const item = property(metric, 'buckets');
  const last = metric.properties.at(-1);
  if (item === null) {
    if (last === undefined) return null;
    const text = `, buckets: ${listOf(withBound(inUnit(unit), bound))}`;
    return [{ from: last.to, to: last.to, text }];
  }
  const { text } = metric.file;
  const inside = text[item.value] === '[' ? insideOf(metric.brackets, item.value) : null;
  if (inside === null) return null;
  const listed = text
    .slice(inside.from, inside.to)
    .split(',')
    .map((each) => each.trim());
  const bounds = listed.filter((each) => each !== '').map(Number);
  if (bounds.some(Number.isNaN)) return null;
  return [{ from: item.value, to: inside.to + 1, text: listOf(withBound(bounds, bound)) }];
}

/** Takes a property out with its comma and, where it stands alone on it, its line. */
export function without(
  { file }: MetricFound,
  item: { readonly from: number; readonly to: number },
): Edit {
  const behind = /^\s*,[ \t]*/.exec(file.text.slice(item.to));
  if (behind !== null) {
    const line = /\n[ \t]*$/.exec(file.text.slice(0, item.from));
    const ends = /^\s*,[ \t]*(?=\n)/.exec(file.text.slice(item.to));
    if (line !== null && ends !== null)
      return { from: item.from - line[0].length, to: item.to + ends[0].length, text: '' };
    return { from: item.from, to: item.to + behind[0].length, text: '' };
  }
  const before = /,\s*$/.exec(file.text.slice(0, item.from));
  return { from: item.from - (before?.[0].length ?? 0), to: item.to, text: '' };
}

function inUnit(unit: number): readonly number[] {
  return usual.map((bound) => Number((bound / unit).toPrecision(6)));
}

function withBound(bounds: readonly number[], bound: number): readonly number[] {
  return [...new Set([...bounds, Number(bound.toPrecision(6))])].toSorted((a, b) => a - b);
}

function listOf(bounds: readonly number[]): string {
  return `[${bounds.join(', ')}]`;
}
