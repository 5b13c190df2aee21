import type { BadLineReason, Sample } from './exposition.ts';
import { readLabels } from './read-labels.ts';

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const infinite = /^([+-]?)inf(?:inity)?$/i;

/**
 * One line that holds a sample: `name{labels} value [timestamp] [# exemplar]`.
 * @returns why not, when it holds none that Prometheus would take
 */
export function readSample(line: string): Sample | BadLineReason {
  const written = metricName.exec(line)?.[0] ?? '';
  const open = written.length + (/^[ \t]*/.exec(line.slice(written.length, 1000))?.[0].length ?? 0);
  if (written === '' && line[0] !== '{') return 'name';
  const inside = line[open] === '{' ? readLabels(line, open + 1) : null;
  if (typeof inside === 'string') return inside;
  const named = inside?.name ?? null;
  if ((written === '') === (named === null)) return 'name';
  const rest = line.slice(inside?.end ?? written.length);
  if (inside === null && !/^[ \t]/.test(rest)) return 'name';
  const value = readRest(rest);
  if (typeof value === 'string') return value;
  return { name: named ?? written, labels: inside?.labels ?? new Map(), value };
}

/** The value, once all that stands behind it makes sense. */
function readRest(rest: string): number | 'value' | 'timestamp' {
  const [plain = '', exemplar] = rest.split(/[ \t]#[ \t]/, 2);
  const [value = '', timestamp, extra] = plain.trim().split(/[ \t]+/);
  const number = numberOf(value);
  if (number === null) return 'value';
  if (timestamp !== undefined && !/^-?\d+(?:\.\d+)?$/.test(timestamp)) return 'timestamp';
  if (extra !== undefined) return 'timestamp';
  // An exemplar (OpenMetrics) counts for nothing here, but must be one.
  return exemplar === undefined || exemplar.startsWith('{') ? number : 'value';
}

/** A number as Go spells it; null when it is none. */
export function numberOf(text: string): number | null {
  if (decimal.test(text)) return Number(text);
  if (/^[+-]?nan$/i.test(text)) return Number.NaN;
  const sign = infinite.exec(text)?.[1];
  if (sign === undefined) return null;
  return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
