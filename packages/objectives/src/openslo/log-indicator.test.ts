import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { objectOf, sloWith } from '../../test/openslo-documents.ts';
import { logIndicatorOf } from './log-indicator.ts';
import type { DocumentOf } from './model.ts';
import { readOpenslo } from './read.ts';

const logs = (spec: object) => ({ metricSource: { type: 'logs', spec } });
const indicatorWith = (ratioMetric: object) => ({
  indicator: { metadata: { name: 'shop' }, spec: { ratioMetric } },
});

function read(...documents: readonly object[]) {
  const text = documents.map((one) => stringify(one)).join('---\n');
  const file = readOpenslo(Buffer.from(text), 'slo.yaml');
  expect(file.problems).toEqual([]);
  const slo = file.documents.find((one): one is DocumentOf<'SLO'> => one.kind === 'SLO');
  if (slo === undefined) throw new Error('there is no SLO');
  return { found: logIndicatorOf(slo, 0, file.documents), lines: text.split('\n') };
}

describe('the SLI over logs of an SLO', () => {
  it('is the spec of a raw metric of logs, each part with its place', () => {
    const raw = logs({ goodWhen: { not: { status: '5xx' } }, filter: { path: '/api/*' } });
    const { found, lines } = read(sloWith(indicatorWith({ rawType: 'success', raw })));
    expect(found?.value).toEqual({
      goodWhen: { not: { status: '5xx' } },
      filter: { path: '/api/*' },
    });
    const place = found?.placeOf(['filter', 'path']);
    expect(place?.path).toBe('spec.indicator.spec.ratioMetric.raw.metricSource.spec.filter.path');
    expect(lines[(place?.line ?? 0) - 1]).toContain('path: /api/*');
  });

  it('is what total counts and good judges, wherever each stands', () => {
    const total = logs({ filter: { host: 'a' } });
    const { found, lines } = read(
      sloWith({ indicator: undefined, indicatorRef: 'named' }),
      objectOf('SLI', 'named', {
        ratioMetric: { good: logs({ goodWhen: { status: 200 } }), total },
      }),
    );
    expect(found?.value).toEqual({ filter: { host: 'a' }, goodWhen: { status: 200 } });
    expect(lines[(found?.placeOf(['filter', 'host']).line ?? 0) - 1]).toContain('host: a');
    expect(lines[(found?.placeOf(['goodWhen', 'status']).line ?? 0) - 1]).toContain('status: 200');
  });

  it('is of logs also when a data source says so', () => {
    const raw = { metricSource: { metricSourceRef: 'lb', spec: { goodWhen: { status: 200 } } } };
    const source = objectOf('DataSource', 'lb', { type: 'S3-logs' });
    const slo = sloWith(indicatorWith({ rawType: 'success', raw }));
    expect(read(slo, source).found?.value).toEqual({ goodWhen: { status: 200 } });
    expect(read(slo).found).toBeNull();
  });

  it('is none where the metric is of something else', () => {
    expect(read(sloWith({})).found).toBeNull();
    expect(read(sloWith({ indicator: undefined, indicatorRef: 'absent' })).found).toBeNull();
  });
});
