import type { TextField } from '../lines/log-event.ts';

/** What a line is asked for: when, how it went, how long it took, and the text fields. */
export type MappedField = 'time' | 'status' | 'latency' | TextField;

export const latencyUnits = { s: 1_000_000, ms: 1000, us: 1, ns: 0.001 } as const;

export type LatencyUnit = keyof typeof latencyUnits;

/** Under which names a log keeps its fields, for formats whose names are free. */
export interface FieldMap {
  /** Names to look under, the first that is there counts. JSON: paths parted by dots. */
  readonly names: Readonly<Record<MappedField, readonly string[]>>;
  /** What a latency without a unit of its own is written in. */
  readonly latencyUnit: LatencyUnit;
  /** The units of names whose writers always mean the same, whatever `latencyUnit` says. */
  readonly unitOfName?: Readonly<Record<string, LatencyUnit>>;
}
