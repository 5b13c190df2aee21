import { describe, expect, it } from 'vitest';
import { convertOpenslo, readDefinitions, type Target } from '../index.ts';

function convert(text: string, to: Target) {
  const file = readDefinitions(new TextEncoder().encode(text), 'slo.yaml');
  expect(file.problems).toEqual([]);
  const { documents, changes } = convertOpenslo(file.documents, to);
  return { documents, changes: [...file.changes, ...changes] };
}

const alpha = (window: string, objectives: string, rest = '') => `apiVersion: openslo/v1alpha
kind: SLO
metadata: { name: shop }
spec:
  service: shop
  budgetingMethod: Occurrences
  timeWindows: [{ ${window}, isRolling: true }]
  objectives: [${objectives}]
${rest}`;
const metrics = (query: string) =>
  `ratioMetrics: { good: { source: a, query: ${query} }, total: { source: a, query: all } }`;
const briefly = ({ changes }: ReturnType<typeof convert>) =>
  changes.map(({ code, effect, place }) => `${place.line} ${place.path} ${code} ${effect}`);

describe('v1alpha as v1', () => {
  it('rounds a window of seconds up to minutes, and says so', () => {
    const { documents, changes } = convert(
      alpha(
        'unit: Second, count: 90',
        '{ target: 0.9 }',
        '  indicator: { thresholdMetric: { source: a, query: b } }',
      ),
      'openslo/v1',
    );
    expect(documents).toMatchObject([{ spec: { timeWindow: [{ duration: '2m' }] } }]);
    expect(changes).toMatchObject([
      { code: 'rounded', facts: { from: '90 Second', as: '2m' } },
      { code: 'added' },
    ]);
  });

  it('makes one indicator of metrics that all objectives share', () => {
    const shared = `{ target: 0.9, ${metrics('ok')} }, { target: 0.99, ${metrics('ok')} }`;
    const { documents } = convert(alpha('unit: Day, count: 28', shared), 'openslo/v1');
    expect(documents).toMatchObject([
      {
        metadata: { name: 'shop' },
        spec: {
          timeWindow: [{ duration: '28d' }],
          indicator: {
            metadata: { name: 'shop' },
            spec: { ratioMetric: { good: { metricSource: { type: 'a', spec: { query: 'ok' } } } } },
          },
          objectives: [{ target: 0.9 }, { target: 0.99 }],
        },
      },
    ]);
  });

  it('leaves out the value beside a ratio, which v1 has for thresholds only, and names it', () => {
    const objective = `{ target: 0.9, value: 1, op: lt, ${metrics('ok')} }`;
    const answer = convert(alpha('unit: Day, count: 28', objective), 'openslo/v1');
    expect(answer.documents).toMatchObject([{ spec: { objectives: [{ target: 0.9 }] } }]);
    expect(JSON.stringify(answer.documents)).not.toMatch(/value|"op"/);
    expect(briefly(answer)).toContain('8 spec.objectives[0].value left-out lost');
    expect(briefly(answer)).toContain('8 spec.objectives[0].op left-out lost');
  });

  it('makes an SLO of each objective that has metrics of its own', () => {
    const different = `{ target: 0.9, ${metrics('ok')} }, { target: 0.99, ${metrics('fast')} }`;
    const { documents, changes } = convert(alpha('unit: Day, count: 28', different), 'openslo/v1');
    expect(documents).toMatchObject([
      { metadata: { name: 'shop-1' } },
      { metadata: { name: 'shop-2' } },
    ]);
    expect(changes).toMatchObject([{ code: 'split', facts: { names: ['shop-1', 'shop-2'] } }]);
  });
});

describe('v2alpha as v1', () => {
  it('renames what has other names, and names the connection that has no place', () => {
    const answer = convert(
      `apiVersion: openslo.com/v2alpha
kind: SLO
metadata: { name: shop }
spec:
  service: shop
  sli:
    metadata: { name: ok }
    spec:
      thresholdMetric:
        dataSourceSpec: { type: Prometheus, connectionDetails: { token: t } }
        spec: { query: q }
  budgetingMethod: Occurrences
  objectives: [{ target: 0.9, labels: { a: b }, op: lt, value: 1 }]
---
{ apiVersion: openslo.com/v2alpha, kind: BudgetAdjustment, metadata: { name: once }, spec: {} }`,
      'openslo/v1',
    );
    expect(answer.documents).toEqual([
      {
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        metadata: { name: 'shop' },
        spec: {
          service: 'shop',
          indicator: {
            metadata: { name: 'ok' },
            spec: {
              thresholdMetric: { metricSource: { type: 'Prometheus', spec: { query: 'q' } } },
            },
          },
          budgetingMethod: 'Occurrences',
          objectives: [{ target: 0.9, op: 'lt', value: 1 }],
        },
      },
    ]);
    expect(briefly(answer)).toEqual([
      '10 spec.sli.spec.thresholdMetric.dataSourceSpec.connectionDetails left-out lost',
      '13 spec.objectives[0].labels left-out lost',
      '15  document-left-out lost',
    ]);
  });
});

const v1 = (indicator: string) => `apiVersion: openslo/v1
kind: SLO
metadata: { name: shop }
spec:
  service: shop
  ${indicator}
  timeWindow: [{ duration: 1Y, isRolling: true }]
  budgetingMethod: RatioTimeslices
  objectives: [{ targetPercent: 99.95, timeSliceWindow: 1m }]
---
{ apiVersion: openslo/v1, kind: DataSource, metadata: { name: prom }, spec: { type: prometheus } }
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: ok }
spec: { ratioMetric: { bad: { metricSource: { metricSourceRef: prom, spec: { query: "e" } } }, total: { metricSource: { metricSourceRef: prom, spec: { query: "t", clientErrors: "c" } } } } }
`;

describe('v1 as v1alpha', () => {
  it('writes out what it refers to, and reckons good events from bad ones where it can', () => {
    const answer = convert(v1('indicatorRef: ok'), 'openslo/v1alpha');
    expect(answer.documents).toMatchObject([
      {
        spec: {
          timeWindows: [{ unit: 'Quarter', count: 4 }],
          budgetingMethod: 'Occurrences',
          objectives: [
            {
              target: 0.9995,
              ratioMetrics: {
                good: { source: 'prometheus', query: '(t) - (e)' },
                total: { query: 't' },
              },
            },
          ],
        },
      },
    ]);
    expect(briefly(answer)).toEqual(
      expect.arrayContaining([
        '6 spec.indicatorRef written-out rewritten',
        '16 spec.ratioMetric.bad bad-as-good rewritten',
        '16 spec.ratioMetric.total.metricSource.spec.clientErrors left-out lost',
        '8 spec.budgetingMethod method-replaced changed',
        '9 spec.objectives[0].targetPercent said-otherwise rewritten',
        '9 spec.objectives[0].timeSliceWindow left-out lost',
      ]),
    );
  });

  it.each([
    ['indicatorRef: gone', 'no-indicator'],
    [
      'indicator: { spec: { ratioMetric: { rawType: success, raw: { metricSource: { type: a, spec: { query: q } } } } } }',
      'raw',
    ],
    [
      'indicator: { spec: { ratioMetric: { bad: { metricSource: { type: a, spec: { query: q } } }, total: { metricSource: { type: a, spec: { query: q } } } } } }',
      'bad-events',
    ],
  ])('leaves an SLO out that it cannot say (%s), naming why', (indicator, reason) => {
    const { documents, changes } = convert(v1(indicator), 'openslo/v1alpha');
    expect(documents).toEqual([]);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'document-left-out',
          facts: { kind: 'SLO', name: 'shop', reason, to: 'openslo/v1alpha' },
        }),
      ]),
    );
  });

  it('names an unknown key that would mean something else there', () => {
    const text = v1('indicatorRef: ok\n  timeWindows: soon');
    const { documents, changes } = convert(text, 'openslo/v1alpha');
    expect(documents).toMatchObject([{ spec: { timeWindows: [{ unit: 'Quarter' }] } }]);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'left-out',
          facts: { what: 'timeWindows', to: 'openslo/v1alpha' },
        }),
      ]),
    );
  });
});
