import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { checkConfig, type ServiceFile } from '../src/index.ts';

export type Data = Record<string, unknown>;

/** The example's sekisho.yaml. */
export const house = readFileSync(
  new URL('../../../examples/slo/sekisho.yaml', import.meta.url),
  'utf8',
);

/** One OpenSLO document of v1. */
export const documentOf = (kind: string, name: string, spec: Data, more: Data = {}): Data => ({
  apiVersion: 'openslo/v1',
  kind,
  metadata: { name, ...more },
  spec,
});

const annotated = (annotations: Data) => ({
  annotations: Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [`sekisho.dev/${key}`, value]),
  ),
});

export const service = (name = 'shop', owners: string | null = 'group:shop'): Data =>
  documentOf('Service', name, {}, owners === null ? {} : annotated({ owners }));

export const source = (name: string, type: string, connectionDetails: Data = {}): Data =>
  documentOf('DataSource', name, { type, connectionDetails });

export const alb = source('alb', 's3-logs', {
  ...{ bucket: 'shop-logs', region: 'ap-northeast-1', format: 'alb' },
});
export const prometheus = source('prom', 'Prometheus', { url: 'https://prometheus.example.com' });

/** A metric that asks a source. */
export const metric = (metricSourceRef: string, spec: Data): Data => ({
  metricSource: { metricSourceRef, spec },
});

export const raw = (ref: string, spec: Data, rawType = 'success'): Data => ({
  ratioMetric: { rawType, raw: metric(ref, spec) },
});

export const overAlb = raw('alb', { badWhen: { status: '5xx' } });

/** A sound SLO over the load balancer's logs, with some of its spec replaced. */
export function slo(spec: Data = {}, annotations: Data = {}, name = 'answers'): Data {
  const usual = {
    service: 'shop',
    indicator: { metadata: { name }, spec: overAlb },
    timeWindow: [{ duration: '28d', isRolling: true }],
    budgetingMethod: 'Occurrences',
    objectives: [{ target: 0.999 }],
  };
  return documentOf('SLO', name, { ...usual, ...spec }, annotated(annotations));
}

export const measuredBy = (spec: Data, more: Data = {}): Data =>
  slo({ indicator: { metadata: { name: 'answers' }, spec }, ...more });

/** Documents as one file. */
export const fileOf = (...documents: readonly Data[]): ServiceFile => ({
  file: 'services/shop.yaml',
  text: documents.map((one) => stringify(one)).join('---\n'),
});

/** Checks documents with the example's sekisho.yaml. */
export const check = (...documents: readonly Data[]) =>
  checkConfig(house, 'sekisho.yaml', [fileOf(...documents)]);

export const checkFiles = (files: readonly ServiceFile[]) =>
  checkConfig(house, 'sekisho.yaml', files);

/** What is wrong, as `code path`. */
export function told(...documents: readonly Data[]): readonly string[] {
  return check(...documents).problems.map(({ code, path }) => `${code} ${path}`);
}

/** What is odd in a configuration that can be used, as `code path`. */
export function odd(...documents: readonly Data[]): readonly string[] {
  const { problems, warnings } = check(...documents);
  if (problems.length > 0) throw new Error(problems.map(({ text }) => text.en.why).join('\n'));
  return warnings.map(({ code, path }) => `${code} ${path}`);
}

/** The only SLO of documents without a problem. */
export function only(...documents: readonly Data[]) {
  const { config, problems } = check(...documents);
  const [first, ...more] = config?.slos ?? [];
  if (first === undefined || more.length > 0)
    throw new Error(`not one SLO: ${problems.map(({ text }) => text.en.why).join('\n')}`);
  return first;
}
