/** What a first definition is made of. */
export interface Beginning {
  readonly kind: 'availability' | 'latency';
  readonly name: string;
  readonly service: string;
  readonly source: string;
}

/** A first definition over logs, with nothing in it that its author did not choose or may not change. */
export function templateOf({ kind, name, service, source }: Beginning): string {
  const bad = kind === 'availability' ? '{ status: 5xx }' : '{ slowerThan: 500ms }';
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
      ratioMetric:
        rawType: success
        raw:
          metricSource:
            metricSourceRef: ${source}
            spec:
              excludedWhen: { any: [{ path: /healthz }, { status: [460, 499] }] }
              badWhen: ${bad}
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: ${kind === 'availability' ? '0.999' : '0.98'} }]
`;
}
