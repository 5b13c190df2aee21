import type { Family, Sample } from '../exposition/index.ts';
import { type Finding, type ObtainableSli, usualSlowAfter } from '../finding.ts';
import { part, secondsOf } from './families.ts';
import { sumOf } from './labels.ts';
import type { MetricsLook } from './look.ts';
import { fits, type Matcher, selectorOf } from './matcher.ts';

/** What a histogram says of latency. */
export function judgeHistogram(
  family: Family,
  leftOut: readonly Matcher[],
  { wanted }: MetricsLook,
): { readonly sli: ObtainableSli | null; readonly findings: readonly Finding[] } {
  if (family.isNative === true)
    return { sli: native(family, leftOut, wanted.slowAfter), findings: [] };
  const buckets = part(family, '_bucket').filter(({ labels }) => fits(leftOut)(labels));
  const levels = levelsOf(buckets);
  const bounds = [...levels.keys()].toSorted((a, b) => a - b);
  const finite = bounds.filter(Number.isFinite);
  const findings = faultsOf(family, buckets, { levels, bounds });
  const unit = secondsOf(family.name, finite);
  const slow = (wanted.slowAfter ?? usualSlowAfter) / unit;
  const exact = finite.find((bound) => Math.abs(bound - slow) <= slow * 1e-9);
  if (exact === undefined && wanted.slowAfter !== null)
    findings.push(noBucket(family, finite, { slow, unit }));
  const atMost = exact ?? (wanted.slowAfter === null ? nearest(finite, slow) : undefined);
  const isSpoiled = findings.some(({ severity }) => severity === 'spoils');
  if (atMost === undefined || isSpoiled) return { sli: null, findings };
  const total = sumOf(part(family, '_count').filter(({ labels }) => fits(leftOut)(labels)));
  const good = levels.get(atMost) ?? 0;
  const sli: ObtainableSli = {
    kind: 'latency',
    subject: family.name,
    query: {
      kind: 'histogram',
      histogram: selectorOf(family.name, leftOut),
      form: 'classic',
      atMost,
    },
    counted: { good, bad: total - good },
    within: atMost * unit,
  };
  return { sli, findings };
}

function native(family: Family, leftOut: readonly Matcher[], slow: number | null): ObtainableSli {
  const within = slow ?? usualSlowAfter;
  const atMost = within / secondsOf(family.name);
  const histogram = selectorOf(family.name, leftOut);
  const query = { kind: 'histogram', histogram, form: 'native', atMost } as const;
  return { kind: 'latency', subject: family.name, query, counted: null, within };
}

/** Events at or below each bound, of all series together. */
function levelsOf(buckets: readonly Sample[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  for (const { labels, value } of buckets) {
    const bound = boundOf(labels);
    if (!Number.isNaN(bound)) levels.set(bound, (levels.get(bound) ?? 0) + value);
  }
  return levels;
}

function boundOf(labels: Sample['labels']): number {
  const le = labels.get('le') ?? '';
  if (/^\+?Inf$/i.test(le)) return Number.POSITIVE_INFINITY;
  return le === '' ? Number.NaN : Number(le);
}

function faultsOf(
  family: Family,
  buckets: readonly Sample[],
  { levels, bounds }: { levels: ReadonlyMap<number, number>; bounds: readonly number[] },
): Finding[] {
  const findings: Finding[] = [];
  const add = (
    code: Finding['code'],
    severity: Finding['severity'],
    evidence: Finding['evidence'],
  ) => findings.push({ code, severity, about: ['latency'], subject: family.name, evidence });
  const last = bounds.at(-1);
  const finite = bounds.filter(Number.isFinite);
  if (last !== undefined && Number.isFinite(last))
    add('no-inf-bucket', 'spoils', { buckets: bounds.length, last, series: buckets.length });
  const falls = bounds.findIndex(
    (bound, index) =>
      index > 0 && (levels.get(bound) ?? 0) < (levels.get(bounds[index - 1] ?? 0) ?? 0),
  );
  const [before, at] = [bounds[falls - 1], bounds[falls]];
  if (before !== undefined && at !== undefined) {
    const counts = {
      lower: before,
      higher: at,
      below: levels.get(before) ?? 0,
      above: levels.get(at) ?? 0,
    };
    add('buckets-fall', 'spoils', counts);
  }
  if (falls < 0) beyond(family, { levels, top: finite.at(-1) }, add);
  return findings;
}

/** Mostly slower than the last bucket: far slower is another unit, and then every bucket lies. */
function beyond(
  family: Family,
  { levels, top }: { levels: ReadonlyMap<number, number>; top: number | undefined },
  add: (
    code: Finding['code'],
    severity: Finding['severity'],
    evidence: Finding['evidence'],
  ) => void,
): void {
  const events = sumOf(part(family, '_count'));
  if (top === undefined || events === 0) return;
  const above = events - (levels.get(top) ?? 0);
  const mean = sumOf(part(family, '_sum')) / events;
  if (above / events <= 0.5) return;
  add('beyond-buckets', mean > top * 20 ? 'spoils' : 'weakens', {
    beyond: above,
    events,
    top,
    mean,
  });
}

function noBucket(
  family: Family,
  bounds: readonly number[],
  { slow, unit }: { readonly slow: number; readonly unit: number },
): Finding {
  const below = bounds.findLast((bound) => bound < slow);
  const above = bounds.find((bound) => bound > slow);
  const named = (bound: number | undefined) => (bound === undefined ? '–' : String(bound));
  return {
    code: 'no-bucket',
    severity: 'spoils',
    about: ['latency'],
    subject: family.name,
    evidence: {
      slow: Number(slow.toPrecision(12)),
      slowSeconds: Number((slow * unit).toPrecision(12)),
      below: named(below),
      above: named(above),
      buckets: bounds.length,
    },
  };
}

function nearest(bounds: readonly number[], to: number): number | undefined {
  return bounds.toSorted((a, b) => Math.abs(Math.log(a / to)) - Math.abs(Math.log(b / to)))[0];
}
