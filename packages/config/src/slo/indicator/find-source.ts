import type { DocumentOf, OpensloDocument } from '@sekisho/objectives/openslo';
import type { Findings } from '../findings.ts';
import type { SourceKind } from '../sources/connections.ts';
import { logKinds } from '../sources/queries.ts';
import { kindOf } from '../sources/read-source.ts';
import type { Metrics, Part } from './metrics.ts';

/** A data source that an indicator is measured by. */
export interface FoundSource {
  readonly name: string;
  readonly kind: SourceKind;
}

/** The data sources of all files, by name. */
export type Sources = ReadonlyMap<string, DocumentOf<'DataSource'>>;

const countedHere: readonly SourceKind[] = [...logKinds, 'push'];

/** The one source of all metrics of an indicator; null when there is none, which is reported. */
export function findSource(
  document: OpensloDocument,
  { parts }: Metrics,
  sources: Sources,
  findings: Findings,
): FoundSource | null {
  const found = parts.map((part) => sourceOf(document, part, sources, findings));
  const [first] = found;
  if (first === undefined || first === null) return null;
  const other = found.findIndex((one) => one !== null && one.name !== first.name);
  const part = parts[other];
  if (part !== undefined) {
    const facts = { first: first.name, second: found[other]?.name ?? '' };
    findings.problem(document, [...part.path, 'metricSource'], 'several-sources', facts);
    return null;
  }
  return found.includes(null) ? null : first;
}

function sourceOf(
  document: OpensloDocument,
  { metric: { source }, path }: Part,
  sources: Sources,
  { problem }: Findings,
): FoundSource | null {
  const at = [...path, 'metricSource'];
  if (source.dataSource !== undefined) problem(document, at, 'source-inline', {});
  const { ref, type } = source;
  if (ref !== undefined) {
    const found = named(sources.get(ref));
    if (type === undefined || found === null || isOf(found.kind, type)) return found;
    const facts = { type: type.slice(0, 80), source: found.name, kind: found.kind };
    problem(document, [...at, 'type'], 'other-type', facts);
    return found;
  }
  if (type === undefined) return null;
  const fit = [...sources.values()]
    .map(named)
    .filter((one) => one !== null && isOf(one.kind, type));
  const [only = null] = fit;
  if (only !== null && fit.length === 1) return only;
  const known = fit.flatMap((one) => (one === null ? [] : [one.name]));
  const all = known.length > 0 ? known : [...sources.keys()];
  problem(document, at, 'source-unsaid', { type: type.slice(0, 80), known: all });
  return null;
}

function named(document: DocumentOf<'DataSource'> | undefined): FoundSource | null {
  const kind = document === undefined ? null : kindOf(document.spec.type);
  return document === undefined || kind === null ? null : { name: document.metadata.name, kind };
}

/** `logs` stands for every kind whose events are counted here. */
function isOf(kind: SourceKind, type: string): boolean {
  return type.toLowerCase() === 'logs' ? countedHere.includes(kind) : kind === kindOf(type);
}
