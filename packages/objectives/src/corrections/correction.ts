import type { Minute, Span } from '../minutes/index.ts';

/** A declared span that does not count, with who, why and who agreed. */
export interface Correction {
  readonly id: string;
  readonly when: Once | Recurring;
  readonly who: string;
  readonly why: string;
  readonly agreedBy: string;
}

/** Whole minutes: what was known to the second is widened outwards by whoever reads it. */
export interface Once extends Span {
  readonly kind: 'once';
}

export interface Recurring {
  readonly kind: 'recurring';
  /** The value of an RRULE (RFC 5545, 3.3.10), such as `FREQ=WEEKLY;BYDAY=SU`. */
  readonly rule: string;
  /** Local date and time of the first one, such as `2026-03-01T02:30`. */
  readonly start: string;
  /** IANA time zone, such as `Asia/Tokyo`. */
  readonly timeZone: string;
  /** How long each one lasts, in minutes of elapsed time: a change of clocks inside it changes nothing. */
  readonly minutes: number;
  /** It was ended: from this minute on everything counts again, in the middle of a span too. */
  readonly until?: Minute;
}

/** Why a correction cannot be carried out. `part` is the piece of it that is wrong, as it was written. */
export class BadCorrection extends Error {
  readonly code:
    | 'empty-span'
    | 'bad-rule'
    | 'bad-start'
    | 'bad-time-zone'
    | 'bad-length'
    | 'too-many';
  readonly id: string;
  readonly part: string;

  constructor(code: BadCorrection['code'], id: string, part: string, cause?: unknown) {
    super(`correction ${id}: ${code} ${part}`, { cause });
    this.name = 'BadCorrection';
    this.code = code;
    this.id = id;
    this.part = part;
  }
}
