import type { LogSliFacts } from './log-sli-facts.ts';
import type { OpensloFacts } from './openslo-facts.ts';
import type { SlothFacts } from './sloth-facts.ts';

type Nothing = Record<never, never>;

/** Facts of what may be wrong with any file of definitions, whatever its format. */
export interface FileFacts {
  readonly 'too-large': { maximumBytes: number };
  readonly 'not-utf8': { offset: number };
  readonly 'bad-yaml': { problem: string };
  readonly 'duplicate-key': { key: string };
  readonly 'alias-bomb': Nothing;
  readonly 'too-deep': Nothing;
  readonly 'nothing-there': Nothing;
  readonly 'not-a-map': { value: string };
  readonly missing: { key: string };
  readonly 'unknown-key': { key: string; known: readonly string[] };
  readonly 'wrong-type': { expected: Expected; value: string };
  readonly 'not-one-of': { value: string; options: readonly string[] };
  /** A bound is part of the range when it is inclusive. */
  readonly 'out-of-range': { value: string; minimum: Bound | null; maximum: Bound | null };
  readonly 'wrong-count': { count: number; minimum: number; maximum: number | null };
}

export interface Bound {
  readonly at: number;
  readonly inclusive: boolean;
}

export type Expected = 'text' | 'number' | 'boolean' | 'map' | 'list' | 'whole-number';

/** Facts that the sentences of each problem need. */
export interface ProblemFacts extends FileFacts, OpensloFacts, SlothFacts, LogSliFacts {}

export type ProblemName = keyof ProblemFacts;
