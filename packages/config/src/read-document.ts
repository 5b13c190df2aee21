import { type Finding, formatPath, type Problem, type Report, textOf } from './problems/problem.ts';
import { type ReportAt, readYaml, type YamlSource } from './read-yaml.ts';
import { shown, valueAt } from './shape-issues.ts';

/** A sekisho.yaml under examination. */
export interface ReadDocument {
  /** Plain values; null when the text cannot be read, or is no group of keys. */
  readonly raw: Readonly<Record<string, unknown>> | null;
  readonly report: Report;
  /** What was found so far, in the order of finding. */
  problems(): Problem[];
}

/** Reads the text of a sekisho.yaml. Never throws, whatever the text. @param file its name, for the problems */
export function readDocument(text: string, file: string): ReadDocument {
  const findings: Finding[] = [];
  const faults: Problem[] = [];
  const report: Report = (name, path, facts, at = 'value') =>
    void findings.push({ name, path, facts, atKey: at === 'key' });
  const reportAt: ReportAt = (place, name, facts) =>
    void faults.push(textProblem(file, place, { name, path: [], facts }));
  const source = readYaml(text, report, reportAt);
  const isReadable = faults.length + findings.length === 0;
  const raw = isReadable ? source.raw : null;
  const isMap = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (isReadable && !isMap) report('not-a-map', [], {});
  return {
    raw: isMap ? (raw as Readonly<Record<string, unknown>>) : null,
    report,
    problems: () => [...faults, ...findings.map((finding) => placed(finding, source, file))],
  };
}

function placed(finding: Finding, source: YamlSource, file: string): Problem {
  const place = source.locate(finding.path, finding.atKey === true ? 'key' : 'value');
  const value = shown(valueAt(source.raw, finding.path));
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
