import { type Path, type Report, shown } from '../../problems/index.ts';
import {
  type Duration,
  type DurationUnit,
  durationUnits,
  formatDuration,
  parseDuration,
} from '../duration.ts';
import { type Shape, unusable } from './shape.ts';

export const text: Shape<string> = plain('text', (raw) => typeof raw === 'string');
export const number: Shape<number> = plain(
  'number',
  (raw) => typeof raw === 'number' && Number.isFinite(raw),
);
export const positiveCount: Shape<number> = plain(
  'whole-number',
  (raw) => typeof raw === 'number' && Number.isSafeInteger(raw) && raw > 0,
);
export const yesOrNo: Shape<boolean> = plain('boolean', (raw) => typeof raw === 'boolean');
export const anything: Shape<unknown> = { read: (raw) => raw, write: (value) => value };
export const anyMap: Shape<Readonly<Record<string, unknown>>> = plain('map', isMap);
export const textOrTexts: Shape<string | readonly string[]> = plain(
  'text',
  (raw) => typeof raw === 'string' || (Array.isArray(raw) && raw.every(isText)),
);

/** One of some words. */
export function oneOf<const Word extends string>(options: readonly Word[]): Shape<Word> {
  return {
    read: (raw, path, report) => {
      if (options.includes(raw as Word)) return raw as Word;
      report('not-one-of', path, { value: shown(raw), options });
      return unusable();
    },
    write: (value) => value,
  };
}

/** `28d`; which units there are depends on the version. */
export function duration(units: readonly DurationUnit[]): Shape<Duration> {
  return {
    read: (raw, path, report) => {
      const read = typeof raw === 'string' ? parseDuration(raw) : null;
      if (read !== null && units.includes(read.unit)) return read;
      const letters = durationUnits.filter(({ unit }) => units.includes(unit));
      const known = letters.map(({ letter }) => letter).join(', ');
      report('bad-duration', path, { value: shown(raw), units: known });
      return unusable();
    },
    write: formatDuration,
  };
}

/** A duration, or a bare number of minutes. */
export function slice(units: readonly DurationUnit[]): Shape<Duration | number> {
  const inner = duration(units);
  return {
    read: (raw, path, report) =>
      typeof raw === 'number' && Number.isFinite(raw) && raw > 0
        ? raw
        : inner.read(raw, path, report),
    write: (value, path, writing) =>
      typeof value === 'number' ? value : inner.write(value, path, writing),
  };
}

function plain<T>(
  expected: 'text' | 'number' | 'whole-number' | 'boolean' | 'map',
  fits: (raw: unknown) => boolean,
): Shape<T> {
  return {
    read: (raw: unknown, path: Path, report: Report) => {
      if (fits(raw)) return raw as T;
      report('wrong-type', path, { expected, value: shown(raw) });
      return unusable();
    },
    write: (value) => value,
  };
}

/** Whether a value is a group of keys. */
export function isMap(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string';
}
