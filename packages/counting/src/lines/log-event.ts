/** The text fields that a condition may look at, in the order of their slots. */
export const textFields = ['method', 'path', 'host', 'client', 'agent'] as const;

export type TextField = (typeof textFields)[number];

/** Place of each text field in the ranges of an event. */
export const slots = { method: 0, path: 1, host: 2, client: 3, agent: 4 } as const satisfies Record<
  TextField,
  number
>;

/** One line, understood. It is one object, filled anew for each line: nothing is allocated for a line. */
export interface LogEvent {
  /** Minutes since 1970-01-01T00:00Z. */
  minute: number;
  /** HTTP status, 0–999; -1 when the line has none. */
  status: number;
  /** Microseconds from request to response, rounded up; -1 when unknown. */
  latency: number;
  /** What the ranges below are ranges of. */
  bytes: Buffer;
  /** Where each text field begins and ends (see `textFields`); both 0 when the line has none. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Why a line could not be counted. */
export type Reason = 'fields' | 'time' | 'status' | 'latency' | 'too-long' | 'json';

/** What became of a line; a directive is no event, such as `#Fields:` in a W3C log. */
export type Outcome = 'event' | 'directive' | Reason;

/** Which parts of a line the SLI looks at: the others are not read. */
export interface Needs {
  readonly latency: boolean;
  readonly fields: ReadonlySet<TextField>;
}

/** Understands one line and writes it into `event`; it may remember the lines before (a date, a header). */
export type LineReader = (bytes: Buffer, from: number, to: number, event: LogEvent) => Outcome;

export function createLogEvent(): LogEvent {
  return {
    minute: 0,
    status: -1,
    latency: -1,
    bytes: Buffer.alloc(0),
    from: new Int32Array(textFields.length),
    to: new Int32Array(textFields.length),
  };
}

/** Forgets the text fields of the line before. */
export function clearFields(event: LogEvent): void {
  for (let slot = 0; slot < textFields.length; slot += 1) {
    event.from[slot] = 0;
    event.to[slot] = 0;
  }
}

export function setField(event: LogEvent, field: TextField, from: number, to: number): void {
  const slot = slots[field];
  event.from[slot] = from;
  event.to[slot] = to;
}
