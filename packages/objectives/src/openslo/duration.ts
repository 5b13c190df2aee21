/** Units of OpenSLO's durations; only v1alpha has seconds. */
export type DurationUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year';

/** A span as its author wrote it; how long a month is depends on the calendar. */
export interface Duration {
  /** A whole number above 0. */
  readonly count: number;
  readonly unit: DurationUnit;
}

/** Letters are those of OpenSLO's duration-shorthand; a month counts 30 days where nothing better is known. */
export const durationUnits = [
  { unit: 'second', letter: 's', seconds: 1 },
  { unit: 'minute', letter: 'm', seconds: 60 },
  { unit: 'hour', letter: 'h', seconds: 3600 },
  { unit: 'day', letter: 'd', seconds: 86_400 },
  { unit: 'week', letter: 'w', seconds: 604_800 },
  { unit: 'month', letter: 'M', seconds: 2_592_000 },
  { unit: 'quarter', letter: 'Q', seconds: 7_776_000 },
  { unit: 'year', letter: 'Y', seconds: 31_536_000 },
] as const satisfies readonly { unit: DurationUnit; letter: string; seconds: number }[];

/** Reads `28d`; null when it is none. Letters are case-sensitive: `1m` is a minute, `1M` a month. */
export function parseDuration(text: string): Duration | null {
  const [, digits = '', letter = ''] = /^([1-9]\d{0,8})([smhdwMQY])$/.exec(text) ?? [];
  const found = durationUnits.find((unit) => unit.letter === letter);
  return found === undefined ? null : { count: Number(digits), unit: found.unit };
}

/** Writes a duration as `28d`. */
export function formatDuration({ count, unit }: Duration): string {
  return `${count}${durationUnits.find((known) => known.unit === unit)?.letter ?? ''}`;
}

/** Length in seconds, where a month has 30 days, a quarter 90 and a year 365, as in OpenSLO's own SDK. */
export function nominalSeconds({ count, unit }: Duration): number {
  return count * (durationUnits.find((known) => known.unit === unit)?.seconds ?? 0);
}
