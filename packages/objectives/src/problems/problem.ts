import type { ProblemFacts, ProblemName } from './facts.ts';
import type { Path } from './path.ts';
import { problemWords } from './words.ts';
import type { Language, WhyAndFix } from './words-of.ts';

/** Where in which file something stands. */
export interface Place {
  readonly file: string;
  /** Which YAML document of the file, from 1. */
  readonly document: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** `spec.objectives[0].target`; empty for the whole document. */
  readonly path: string;
}

interface ProblemOf<Name extends ProblemName> {
  /** Stable name of the kind of problem. */
  readonly code: Name;
  readonly facts: ProblemFacts[Name];
  readonly place: Place;
  /** What stands there, shortened; empty when nothing does. */
  readonly value: string;
}

/** One thing that keeps a file of definitions from being used as it is. */
export type Problem = { [Name in ProblemName]: ProblemOf<Name> }[ProblemName];

/** Collects what is wrong with one document; how readers and checks report. */
export type Report = <Name extends ProblemName>(
  code: Name,
  path: Path,
  facts: ProblemFacts[Name],
  at?: 'key' | 'value',
) => void;

/** Why it is a problem and how to mend it, in one language. */
export function wordsOf({ code, facts }: Problem, language: Language): WhyAndFix {
  return (problemWords[code][language] as (facts: unknown) => WhyAndFix)(facts);
}

/** One problem as a line: `slo.yaml:12:7 spec.objectives[0].target: … Fix …`. */
export function problemText(problem: Problem, language: Language): string {
  const { file, line, column, path } = problem.place;
  const { why, fix } = wordsOf(problem, language);
  return `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}: ${why}${language === 'ja' ? '' : ' '}${fix}`;
}
