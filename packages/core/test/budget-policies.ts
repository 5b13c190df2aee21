import { loadConfig, type PolicyConfig } from '@sekisho/config';
import { practiceSeed } from '../../../test/support/practice-seed.ts';

/** The SLO that `sloConfig` gives, as a file would declare it. */
const declared = `apiVersion: openslo/v1
kind: DataSource
metadata: { name: metrics }
spec: { type: push, connectionDetails: {} }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-availability }
spec:
  service: checkout
  indicator:
    metadata: { name: checkout-availability }
    spec:
      ratioMetric:
        rawType: success
        raw: { metricSource: { metricSourceRef: metrics, spec: { service: checkout } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.999 }]
`;

/** Practice's policies, those of an environment replaced by these rules in YAML. */
export function budgetPolicies(rules: string): readonly PolicyConfig[] {
  const text = practiceSeed.replace(
    /^policies:\n[\s\S]*?\nleases:/m,
    `policies:\n${rules}\nleases:`,
  );
  return loadConfig(text, 'sekisho.yaml', [{ file: 'services/checkout.yaml', text: declared }])
    .policies;
}
