import { dataOf, type OpensloDocument, pathIn } from '@sekisho/objectives/openslo';
import {
  type Problem as DefinitionProblem,
  shown,
  valueAt,
  wordsOf,
} from '@sekisho/objectives/problems';
import type { ProblemFacts, ProblemName } from '../problems/facts.ts';
import { type Path, type Problem, textOf } from '../problems/problem.ts';

/** Says something about a document; paths are those of openslo/v1. */
export type ReportOn = <Name extends ProblemName>(
  document: OpensloDocument,
  path: Path,
  name: Name,
  facts: ProblemFacts[Name],
  at?: 'key' | 'value',
) => void;

/** Collects what is wrong in the documents of SLOs, and what is odd. */
export interface Findings {
  /** Keeps the configuration from being used. */
  readonly problem: ReportOn;
  /** Is used all the same, but not as its author may think. */
  readonly warning: ReportOn;
  /** Takes what the reader of OpenSLO found. */
  take(problems: readonly DefinitionProblem[], as: 'problem' | 'warning'): void;
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

export function createFindings(): Findings {
  const [problems, warnings]: [Problem[], Problem[]] = [[], []];
  const data = new WeakMap<OpensloDocument, unknown>();
  const seen = new Set<string>();
  /** What several SLOs share is looked at for each, and told once. */
  const isNew = ({ file, line, column, path, code }: Omit<Problem, 'text' | 'value'>) => {
    const key = JSON.stringify([file, line, column, path, code]);
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const into =
    (list: Problem[]): ReportOn =>
    (document, path, name, facts, at = 'value') => {
      const there = pathIn(document.version, path);
      const { file, line, column, path: text } = document.placeOf(there, at);
      if (!isNew({ file, line, column, path: text, code: name })) return;
      if (!data.has(document)) data.set(document, dataOf(document));
      const value = shown(valueAt(data.get(document), there));
      const words = textOf({ name, path, facts });
      list.push({ file, line, column, path: text, value, code: name, text: words });
    };
  return {
    problem: into(problems),
    warning: into(warnings),
    take: (found, as) => {
      const list = as === 'problem' ? problems : warnings;
      for (const one of found.map(fromDefinitions)) if (isNew(one)) list.push(one);
    },
    problems,
    warnings,
  };
}

function fromDefinitions(problem: DefinitionProblem): Problem {
  const { file, line, column, path } = problem.place;
  const { code, value } = problem;
  const text = { en: wordsOf(problem, 'en'), ja: wordsOf(problem, 'ja') };
  return { file, line, column, path, value, code, text };
}
