import { readSli } from '@sekisho/counting';
import {
  type DocumentOf,
  indicatorOf,
  logIndicatorOf,
  type OpensloDocument,
} from '@sekisho/objectives/openslo';
import type { IndicatorConfig } from '../../slo-config.ts';
import type { Findings } from '../findings.ts';
import type { SourceKind } from '../sources/connections.ts';
import { logKinds, type MeasuredKind } from '../sources/queries.ts';
import { type FoundSource, findSource, type Sources } from './find-source.ts';
import { type Metrics, metricsOf, specPath } from './metrics.ts';
import { readQuery } from './read-query.ts';

/** What an indicator is read with. */
export interface IndicatorReading {
  /** Of all files. */
  readonly documents: readonly OpensloDocument[];
  readonly sources: Sources;
  readonly findings: Findings;
}

/**
 * How an objective is measured, and where from; null when that is not sound, which is reported here
 * or by `checkOpenslo`.
 * @param index which of the objectives, from 0
 */
export function readIndicator(
  slo: DocumentOf<'SLO'>,
  index: number,
  reading: IndicatorReading,
): IndicatorConfig | null {
  const { documents, sources, findings } = reading;
  const found = indicatorOf(slo, index, documents);
  const metrics = found === null ? null : metricsOf(found);
  if (found === null || metrics === null) return null;
  const { document } = found;
  const source = findSource(document, metrics, sources, findings);
  if (source === null) return null;
  if (metrics.counter === false) {
    findings.problem(document, metrics.parts[0]?.path ?? [], 'not-a-counter', {});
  }
  if (isEvents(source, metrics)) {
    const sli = readLogs(slo, index, { document, metrics, reading });
    return sli === null ? null : { kind: 'events', source: source.name, sli };
  }
  const kind = source.kind as MeasuredKind;
  const query = readQuery(slo.spec.objectives[index] ?? {}, document, metrics, kind, findings);
  return query === null ? null : { kind: 'measured', source: source.name, query };
}

/** Lines are counted here; a push that names its service was counted where it comes from. */
function isEvents({ kind }: FoundSource, { form, parts }: Metrics): boolean {
  if (kind !== 'push') return (logKinds as readonly SourceKind[]).includes(kind);
  return form !== 'raw' || !Object.hasOwn(parts[0]?.metric.source.spec ?? {}, 'service');
}

function readLogs(
  slo: DocumentOf<'SLO'>,
  index: number,
  {
    document,
    metrics,
    reading: { documents, findings },
  }: {
    readonly document: OpensloDocument;
    readonly metrics: Metrics;
    readonly reading: IndicatorReading;
  },
) {
  const { form, parts, rawType } = metrics;
  if (form === 'threshold') {
    findings.problem(document, parts[0]?.path ?? [], 'logs-need-ratio', {});
    return null;
  }
  if (rawType === 'failure') {
    findings.problem(document, parts[0]?.path ?? [], 'raw-type', { right: 'success' });
  }
  checkHalves(document, metrics, findings);
  const logs = logIndicatorOf(slo, index, documents);
  if (logs === null) return null;
  const { sli, problems } = readSli(logs.value, logs.placeOf);
  findings.take(problems, 'problem');
  return sli;
}

const foreign: Readonly<Record<string, readonly string[]>> = {
  total: ['goodWhen', 'badWhen'],
  good: ['badWhen'],
  bad: ['goodWhen'],
};

/** The halves of an SLI are joined, so that none may say what is the other's. */
function checkHalves(document: OpensloDocument, { parts }: Metrics, { problem }: Findings): void {
  const seen = new Set<string>();
  for (const part of parts) {
    for (const key of Object.keys(part.metric.source.spec ?? {})) {
      const at = [...specPath(part), key];
      if (foreign[part.name]?.includes(key) === true)
        problem(document, at, 'wrong-half', { key, part: part.name }, 'key');
      else if (seen.has(key)) problem(document, at, 'duplicate-key', { key }, 'key');
      seen.add(key);
    }
  }
}
