import type { ProblemName as DefinitionProblemName, Path } from '@sekisho/objectives/problems';
import type { Language, Pair } from '@sekisho/words';
import type { ProblemFacts, ProblemName } from './facts.ts';
import { problemWords } from './words.ts';

export { formatPath, type Path } from '@sekisho/objectives/problems';

/** One thing in sekisho.yaml or beside it that keeps the whole from being used, or is odd. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** `people[2].slack.user`; empty for the whole document. */
  readonly path: string;
  /** What stands there, shortened; empty when nothing does. */
  readonly value: string;
  /** Stable name of the kind of problem. */
  readonly code: ProblemName | DefinitionProblemName;
  readonly text: Pair<{ readonly why: string; readonly fix: string }>;
}

/** Tells a check's finding; where it stands is looked up later. */
export interface Finding<Name extends ProblemName = ProblemName> {
  readonly name: Name;
  readonly path: Path;
  readonly facts: ProblemFacts[Name];
  /** The problem is the key at the path, not its value. */
  readonly atKey?: boolean;
}

/** Collects findings; how checks report. */
export type Report = <Name extends ProblemName>(
  name: Name,
  path: Path,
  facts: ProblemFacts[Name],
  at?: 'key' | 'value',
) => void;

/** Says a finding in every language. */
export function textOf(finding: Finding): Problem['text'] {
  const say = (language: Language) =>
    (problemWords[finding.name][language] as (facts: unknown) => { why: string; fix: string })(
      finding.facts,
    );
  return { en: say('en'), ja: say('ja') };
}

/** By file and place in it, for sorting. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** One problem as a line: `sekisho.yaml:12:7 people[0].role: … Fix: …`. */
export function problemText(problem: Problem, language: Language): string {
  const { file, line, column, path, text } = problem;
  const { why, fix } = text[language];
  return `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}: ${why}${language === 'ja' ? '' : ' '}${fix}`;
}
