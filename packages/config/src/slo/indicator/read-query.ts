import type { OpensloDocument } from '@sekisho/objectives/openslo';
import type { Report } from '../../problems/problem.ts';
import { reportIssues } from '../../shape-issues.ts';
import type { Findings } from '../findings.ts';
import { formsOf, type MeasuredKind, queries } from '../sources/queries.ts';
import { cloudWatchQuery } from './cloudwatch-query.ts';
import { type Metrics, type Part, specPath } from './metrics.ts';
import { prometheusQuery } from './prometheus-query.ts';
import type { Objective, SaidQuery, Spec } from './said-query.ts';

/**
 * The query of a source that has counted already, as the options of its adapter say it.
 * @returns null when it is not sound, which is reported
 */
export function readQuery(
  objective: Objective,
  document: OpensloDocument,
  metrics: Metrics,
  kind: MeasuredKind,
  findings: Findings,
): Spec | null {
  const { form, parts, rawType } = metrics;
  const schema = queries[kind][form];
  const [first] = parts;
  const at = first?.path ?? [];
  if (schema === undefined) {
    findings.problem(document, at, 'query-unfit', { kind, forms: formsOf[kind] });
    return null;
  }
  const right = queries[kind].rawShows;
  if (form === 'raw' && right !== undefined && rawType !== right) {
    findings.problem(document, at, 'raw-type', { right });
    return null;
  }
  const specs: Partial<Record<Part['name'], Spec>> = {};
  for (const part of parts) {
    const spec = part.metric.source.spec ?? {};
    const read = schema.safeParse(spec);
    if (read.success) specs[part.name] = read.data;
    else reportIssues(read.error.issues, spec, reportAt(document, part, findings), schema);
  }
  if (Object.keys(specs).length < parts.length) return null;
  checkHalves(document, metrics, findings);
  const bound = boundOf(objective, document, form, at, findings);
  if (form === 'threshold' && bound === null) return null;
  const query = makers[kind]({ form, specs, rawType, bound });
  if (query === null) findings.problem(document, at, 'query-unfit', { kind, forms: formsOf[kind] });
  return query;
}

/** How the words of each kind are made of what was said. */
const makers: Readonly<Record<MeasuredKind, (said: SaidQuery) => Spec | null>> = {
  prometheus: prometheusQuery,
  cloudwatch: cloudWatchQuery,
  datadog: ({ specs: { total, good, bad } }) => ({
    total: total?.query,
    ...(good === undefined ? { bad: bad?.query } : { good: good.query }),
  }),
  mackerel: ({ specs: { raw } }) => ({
    ...raw,
    watchedSince: Date.parse(String(raw?.watchedSince)),
  }),
  alarms: ({ specs }) => specs.raw ?? null,
  probe: ({ specs }) => specs.raw ?? null,
  push: ({ specs }) => specs.raw ?? null,
};

/** Sources compare with "at most" and "at least": what is strictly less is not told apart. */
function boundOf(
  { op, value }: Objective,
  document: OpensloDocument,
  form: Metrics['form'],
  at: readonly (string | number)[],
  { problem }: Findings,
): SaidQuery['bound'] {
  if (form !== 'threshold' || op === undefined || value === undefined) return null;
  if (op === 'lte') return { atMost: value };
  if (op === 'gte') return { atLeast: value };
  problem(document, at, 'not-one-of', { value: `op: ${op}`, options: ['lte', 'gte'] });
  return null;
}

/** What is said of all events is said with their total alone. */
function checkHalves(document: OpensloDocument, { parts }: Metrics, { problem }: Findings): void {
  const key = 'clientErrors';
  for (const part of parts)
    if (part.name !== 'total' && Object.hasOwn(part.metric.source.spec ?? {}, key))
      problem(document, [...specPath(part), key], 'wrong-half', { key, part: part.name }, 'key');
}

function reportAt(document: OpensloDocument, part: Part, { problem }: Findings): Report {
  return (name, path, facts, at) =>
    problem(document, [...specPath(part), ...path], name, facts, at);
}
