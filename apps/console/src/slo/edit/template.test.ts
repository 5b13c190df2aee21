import { expect, it } from 'vitest';
import { hasTemplate, templateOf } from './template.ts';

const beginning = { name: 'cart', service: 'shop' } as const;

it('writes a first definition in the words of its source', () => {
  const written = (kind: string, of: 'availability' | 'latency') =>
    templateOf({ ...beginning, kind: of, source: { name: 'src', kind } });
  expect(written('log-files', 'availability')).toContain('badWhen: { status: 5xx }');
  expect(written('prometheus', 'availability')).toContain('http_requests_total{job="shop"}');
  // The bound of a threshold is the objective's, in the metric's own unit.
  for (const kind of ['prometheus', 'cloudwatch'])
    expect(written(kind, 'latency')).toContain('{ target: 0.98, op: lte, value: 0.5 }');
  for (const kind of ['log-files', 'prometheus', 'cloudwatch'])
    expect(written(kind, 'availability')).toContain('metricSourceRef: src');
});

it('has nothing to begin with where a definition needs names that only its author knows', () => {
  expect(['mackerel', 'alarms', 'datadog', 'toString'].map(hasTemplate)).toEqual([
    ...[false, false, false, false],
  ]);
});
