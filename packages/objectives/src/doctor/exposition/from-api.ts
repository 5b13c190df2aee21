import type { Exposition, Family, FamilyType, Sample } from './exposition.ts';

const most = 200_000;

/**
 * What Prometheus' HTTP API answers to an instant query, as if its series stood in an exposition.
 * Whatever is not in the answer's form is passed over: nothing is thrown.
 * Source: Prometheus "HTTP API", Instant queries, Native histograms, Querying metric metadata.
 */
export function expositionOfApi(answer: unknown, metadata: unknown): Exposition {
  const list = asList(at(at(answer, 'data'), 'result'));
  const kinds = at(metadata, 'data');
  const families = new Map<string, { type: FamilyType; isNative: boolean; samples: Sample[] }>();
  for (const item of list.slice(0, most)) {
    const read = sampleOf(item);
    if (read === null) continue;
    const { name, type } = familyOf(read.sample.name, kinds);
    const family = families.get(name) ?? { type, isNative: false, samples: [] };
    family.samples.push(read.sample);
    family.isNative ||= read.isNative;
    families.set(name, family);
  }
  return {
    families: [...families].map(
      ([name, { type, isNative, samples }]): Family => ({
        name,
        type: isNative ? 'histogram' : type,
        samples,
        ...(isNative ? { isNative } : {}),
      }),
    ),
    seen: list.length,
    kept: Math.min(list.length, most),
    bad: { count: 0, first: [] },
  };
}

function sampleOf(item: unknown): { sample: Sample; isNative: boolean } | null {
  const metric = at(item, 'metric');
  const labels = new Map<string, string>();
  for (const [key, value] of Object.entries(isRecord(metric) ? metric : {}))
    if (typeof value === 'string') labels.set(key, value);
  const name = labels.get('__name__');
  if (name === undefined) return null;
  labels.delete('__name__');
  const histogram = asList(at(item, 'histogram'))[1];
  const isNative = histogram !== undefined;
  const text = isNative ? at(histogram, 'count') : asList(at(item, 'value'))[1];
  if (typeof text !== 'string') return null;
  return { sample: { name, labels, value: valueOf(text) }, isNative };
}

/** Metadata knows families; series of histograms and summaries have an ending besides. */
function familyOf(series: string, kinds: unknown): { name: string; type: FamilyType } {
  const cut = series.lastIndexOf('_');
  for (const name of [series, series.slice(0, cut)]) {
    const type = at(asList(at(kinds, name))[0], 'type');
    if (typeof type === 'string')
      return { name: type === 'counter' ? series : name, type: typeOf(type) };
  }
  if (series.endsWith('_bucket')) return { name: series.slice(0, cut), type: 'histogram' };
  return { name: series, type: series.endsWith('_total') ? 'counter' : 'unknown' };
}

function typeOf(text: string): FamilyType {
  const known: readonly string[] = ['counter', 'gauge', 'histogram', 'summary', 'info', 'stateset'];
  return known.includes(text) ? (text as FamilyType) : 'unknown';
}

function valueOf(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  return text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
