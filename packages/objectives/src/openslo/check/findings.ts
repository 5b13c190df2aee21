import { type Problem, type Report, shown, valueAt } from '../../problems/index.ts';
import type { Kind, OpensloDocument } from '../model.ts';
import { pathIn } from '../versions/path-in.ts';
import { dataOf } from '../write.ts';

/** What checks look at besides one document. */
export interface Checking {
  /** Keeps the document from meaning anything. Paths are those of openslo/v1. */
  readonly problem: Report;
  /** Odd, but harmless. */
  readonly warning: Report;
  readonly known: Known;
}

/** What can be referred to in the files given. */
export interface Known {
  readonly names: (kind: Kind) => readonly string[];
  readonly find: (kind: 'SLI', name: string) => (OpensloDocument & { kind: 'SLI' }) | undefined;
}

/** Reports about one document into a list, each with its place and value. */
export function reportInto(problems: Problem[], document: OpensloDocument): Report {
  let data: unknown;
  return (code, path, facts, at = 'value') => {
    data ??= dataOf(document);
    const there = pathIn(document.version, path);
    const value = shown(valueAt(data, there));
    problems.push({ code, facts, place: document.placeOf(there, at), value } as Problem);
  };
}
