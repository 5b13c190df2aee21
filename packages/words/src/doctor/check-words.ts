import type { DoctorCode, doctorChecks, OwnOutcome } from '@sekisho/contract';
import type { Pair } from '../language.ts';

type LevelOf<Code extends DoctorCode, Outcome> = Outcome extends keyof (typeof doctorChecks)[Code]
  ? (typeof doctorChecks)[Code][Outcome] extends readonly [infer Level, ...unknown[]]
    ? Level
    : never
  : never;

/** What was seen, and what to do about it; nothing has to be done about what is well. */
export interface OutcomeWords {
  readonly seen: Pair;
  readonly fix?: Pair;
}

/** How a check is told of: why it matters, and each of its outcomes; whatever is wrong has a fix. */
export interface CheckWords<Code extends DoctorCode = DoctorCode> {
  readonly why: Pair;
  readonly outcomes: {
    readonly [Outcome in OwnOutcome<Code>]: LevelOf<Code, Outcome> extends 'error' | 'warning'
      ? Required<OutcomeWords>
      : OutcomeWords;
  };
}

export type WordsOfChecks<Codes extends DoctorCode> = {
  readonly [Code in Codes]: CheckWords<Code>;
};
