/** What a first definition is made of. */
export interface Beginning {
  readonly kind: 'availability' | 'latency';
  readonly name: string;
  readonly service: string;
  readonly source: { readonly name: string; readonly kind: string };
}

/** An indicator over a source, and the objectives that go with it. */
type Writer = (beginning: Beginning) => { readonly metric: string; readonly objective: string };

const writers: Readonly<Record<string, Writer>> = {
  ...{ 's3-logs': logs, 'log-files': logs, push: logs, 'cloudwatch-logs': logs },
  ...{ clickhouse: logs, athena: logs, prometheus, cloudwatch },
};

/** Whether a first definition can be written here over a kind of source. */
export function hasTemplate(kind: string): boolean {
  return Object.hasOwn(writers, kind);
}

/** A first definition, with nothing in it that its author did not choose or may not change. */
export function templateOf(beginning: Beginning): string {
  const { kind, name, service, source } = beginning;
  const write = writers[source.kind] ?? logs;
  const { metric, objective } = write(beginning);
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
  displayName: ${name}
  annotations:
    # Shown for a while before it pages anyone: take this line out when it may.
    sekisho.dev/alerts: shadow
spec:
  description: ${kind === 'availability' ? 'Requests answered without an error of ours' : 'Requests answered within half a second'}
  service: ${service}
  indicator:
    metadata: { name: ${name} }
    spec:
${metric}  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [${objective}]
`;
}

function logs({ kind, source }: Beginning): ReturnType<Writer> {
  const bad = kind === 'availability' ? '{ status: 5xx }' : '{ slowerThan: 500ms }';
  return {
    metric: `      ratioMetric:
        rawType: success
        raw:
          metricSource:
            metricSourceRef: ${source.name}
            spec:
              excludedWhen: { any: [{ path: /healthz }, { status: [460, 499] }] }
              badWhen: ${bad}
`,
    objective: `{ target: ${kind === 'availability' ? '0.999' : '0.98'} }`,
  };
}

function prometheus({ kind, service, source }: Beginning): ReturnType<Writer> {
  const job = `job="${service}"`;
  if (kind === 'latency')
    return threshold(source.name, `histogram: 'http_request_duration_seconds{${job}}'`);
  return counted(
    source.name,
    `query: 'http_requests_total{${job}}'`,
    `query: 'http_requests_total{${job},code=~"5.."}'`,
  );
}

function cloudwatch({ kind, service, source }: Beginning): ReturnType<Writer> {
  const metric = (name: string) =>
    `namespace: AWS/ApplicationELB, name: ${name}, dimensions: { LoadBalancer: app/${service}/ID }`;
  if (kind === 'latency') return threshold(source.name, metric('TargetResponseTime'));
  return counted(
    source.name,
    `metrics: [{ ${metric('RequestCount')} }]`,
    `metrics: [{ ${metric('HTTPCode_Target_5XX_Count')} }, { ${metric('HTTPCode_ELB_5XX_Count')} }]`,
  );
}

/** Names of metrics are the usual ones: whoever writes has them beside, and changes them. */
const yourNames = '      # Change names and labels to those of your metrics.\n';

function counted(source: string, total: string, bad: string): ReturnType<Writer> {
  const metric = (spec: string) =>
    `{ metricSource: { metricSourceRef: ${source}, spec: { ${spec} } } }`;
  return {
    metric: `${yourNames}      ratioMetric:
        counter: true
        total: ${metric(total)}
        bad: ${metric(bad)}
`,
    objective: '{ target: 0.999 }',
  };
}

function threshold(source: string, spec: string): ReturnType<Writer> {
  return {
    metric: `${yourNames}      thresholdMetric:
        metricSource: { metricSourceRef: ${source}, spec: { ${spec} } }
`,
    objective: '{ target: 0.98, op: lte, value: 0.5 }',
  };
}
