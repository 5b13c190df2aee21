import { shown, valueAt } from '@sekisho/objectives/problems';
import { type Finding, formatPath, type Problem, type Report, textOf } from './problems/problem.ts';
import { type ReportAt, readYaml, type YamlSource } from './read-yaml.ts';
import { hidden } from './shape-issues.ts';

/** A sekisho.yaml under examination. */
export interface ReadDocument {
  /** Plain values; null when the text cannot be read, or is no group of keys. */
  readonly raw: Readonly<Record<string, unknown>> | null;
  readonly report: Report;
  /** Collects what is used all the same, but not as its author may think. */
  readonly warn: Report;
  /** What was found so far, in the order of finding. */
  problems(): Problem[];
  warnings(): Problem[];
}

/** Reads the text of a sekisho.yaml. Never throws, whatever the text. @param file its name, for the problems */
export function readDocument(text: string, file: string): ReadDocument {
  const findings: Finding[] = [];
  const faults: Problem[] = [];
  const oddities: Finding[] = [];
  const into =
    (all: Finding[]): Report =>
    (name, path, facts, at = 'value') =>
      void all.push({ name, path, facts, atKey: at === 'key' });
  const report = into(findings);
  const reportAt: ReportAt = (place, name, facts) =>
    void faults.push(textProblem(file, place, { name, path: [], facts }));
  const source = readYaml(text, report, reportAt);
  const isReadable = faults.length + findings.length === 0;
  const raw = isReadable ? source.raw : null;
  const isMap = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (isReadable && !isMap) report('not-a-map', [], {});
  return {
    raw: isMap ? (raw as Readonly<Record<string, unknown>>) : null,
    ...{ report, warn: into(oddities) },
    problems: () => [...faults, ...findings.map((finding) => placed(finding, source, file))],
    warnings: () => oddities.map((finding) => placed(finding, source, file)),
  };
}

function placed(finding: Finding, source: YamlSource, file: string): Problem {
  const place = source.locate(finding.path, finding.atKey === true ? 'key' : 'value');
  const { facts, path } = finding;
  const value = hidden(shown(valueAt(source.raw, path)), 'shape' in facts ? facts.shape : '');
  return { ...textProblem(file, place, finding), value };
}

function textProblem(
  file: string,
  { line, column }: { line: number; column: number },
  finding: Finding,
): Problem {
  const path = formatPath(finding.path);
  return { file, line, column, path, value: '', code: finding.name, text: textOf(finding) };
}
