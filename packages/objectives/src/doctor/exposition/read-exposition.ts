import type {
  BadLine,
  BadLineReason,
  Exposition,
  Family,
  FamilyType,
  Sample,
} from './exposition.ts';
import { readSample } from './read-sample.ts';

/** How much is kept of what an endpoint shows, however much that is. */
export interface ExpositionLimits {
  readonly series: number;
  readonly lineLength: number;
}

const usualLimits: ExpositionLimits = { series: 200_000, lineLength: 100_000 };
const mostTold = 5;
const toldLength = 120;
const types: readonly string[] = [
  'counter',
  'gauge',
  'histogram',
  'summary',
  'gaugehistogram',
  'info',
  'stateset',
];

/**
 * Reads what a metrics endpoint shows: Prometheus' text format or OpenMetrics. A line that cannot be
 * read is counted, and the others are read all the same (Prometheus refuses the whole scrape).
 * Source: Prometheus "Exposition formats"; OpenMetrics 1.0 for `# UNIT`, `# EOF` and exemplars.
 */
export function readExposition(text: string, limits: ExpositionLimits = usualLimits): Exposition {
  const gathering = createGathering(limits);
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (/^# EOF\s*$/.test(line)) break;
    const reason = line.length > limits.lineLength ? 'too-long' : gathering.take(line);
    if (reason !== null) gathering.bad({ line: number, reason, text: line.slice(0, toldLength) });
  }
  return gathering.end();
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    yield text.slice(from, end).trim();
    from = end + 1;
  }
}

function createGathering(limits: ExpositionLimits) {
  const declared = new Map<string, FamilyType>();
  const families = new Map<string, Sample[]>();
  const first: BadLine[] = [];
  let [seen, kept, bad] = [0, 0, 0];

  function declare(line: string): BadLineReason | null {
    const [, keyword, name = '', word = ''] = /^#\s+(\w+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
    if (keyword !== 'TYPE') return null;
    const known = types.includes(word) || word === 'untyped' || word === 'unknown';
    if (!known) return 'type';
    if (families.has(name) || declared.has(name)) return 'order';
    declared.set(name, types.includes(word) ? (word as FamilyType) : 'unknown');
    return null;
  }

  function take(line: string): BadLineReason | null {
    if (line === '') return null;
    if (line.startsWith('#')) return declare(line);
    const sample = readSample(line);
    if (typeof sample === 'string') return sample;
    seen += 1;
    if (kept >= limits.series) return null;
    kept += 1;
    const name = familyOf(sample.name, declared);
    const list = families.get(name);
    if (list === undefined) families.set(name, [sample]);
    else list.push(sample);
    return null;
  }

  return {
    take,
    bad(line: BadLine): void {
      bad += 1;
      if (first.length < mostTold) first.push(line);
    },
    end: (): Exposition => ({
      families: [...families].map(
        ([name, samples]): Family => ({ name, type: declared.get(name) ?? 'unknown', samples }),
      ),
      seen,
      kept,
      bad: { count: bad, first },
    }),
  };
}

const suffixes: Readonly<Partial<Record<FamilyType, RegExp>>> = {
  counter: /_(?:total|created)$/,
  histogram: /_(?:bucket|count|sum|created)$/,
  gaugehistogram: /_(?:bucket|gcount|gsum)$/,
  summary: /_(?:count|sum|created)$/,
  info: /_info$/,
};

/** The declared metric that a sample belongs to; its own name when none is. */
function familyOf(name: string, declared: ReadonlyMap<string, FamilyType>): string {
  if (declared.has(name)) return name;
  const cut = name.lastIndexOf('_');
  const base = cut < 0 ? name : name.slice(0, cut);
  const type = declared.get(base);
  return type !== undefined && suffixes[type]?.test(name) === true ? base : name;
}
