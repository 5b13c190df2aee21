import { describe, expect, it } from 'vitest';
import {
  alb,
  check,
  type Data,
  measuredBy,
  metric,
  only,
  overAlb,
  prometheus,
  raw,
  service,
  slo,
  source,
  told,
} from '../../../test/slo-documents.ts';

const at = 'spec.indicator.spec';
const ratio = (parts: Data) => ({ ratioMetric: parts });
const indicatorOf = (...documents: readonly Data[]) => only(service(), ...documents).indicator;
const push = source('plugin', 'push');

describe('an SLI over logs', () => {
  const fails = { status: [{ from: 500, to: 599 }] };

  it('is the raw metric of a source, or its total and good or bad', () => {
    const whole = { kind: 'events', source: 'alb', sli: { goodWhen: { not: fails } } };
    expect(indicatorOf(alb, slo())).toEqual(whole);
    const half = ratio({ total: metric('alb', { filter: { path: '/api/*' } }) });
    const bad = metric('alb', { badWhen: { status: '5xx' } });
    const halves = { ...half.ratioMetric, bad };
    expect(indicatorOf(alb, measuredBy(ratio(halves)))).toMatchObject({
      sli: { goodWhen: { not: fails }, filter: { field: 'path', matches: ['/api/*'] } },
    });
  });

  it('may be a document of its own that several SLOs name', () => {
    const sli = { apiVersion: 'openslo/v1', kind: 'SLI', metadata: { name: 'sli' }, spec: overAlb };
    const named = (name: string) => slo({ indicator: undefined, indicatorRef: 'sli' }, {}, name);
    const { config } = check(service(), alb, sli, named('one'), named('two'));
    expect(new Set(config?.slos.map(({ indicator }) => JSON.stringify(indicator))).size).toBe(1);
    const broken = { ...sli, spec: raw('alb', { badWhen: { status: '6xy' } }) };
    expect(told(service(), alb, broken, named('one'), named('two'))).toEqual([
      'bad-status spec.ratioMetric.raw.metricSource.spec.badWhen.status',
    ]);
  });

  it('finds its source by type where only one can be meant', () => {
    const byType = ratio({
      rawType: 'success',
      raw: { metricSource: { type: 'logs', spec: { badWhen: { status: '5xx' } } } },
    });
    expect(indicatorOf(alb, prometheus, measuredBy(byType))).toMatchObject({ source: 'alb' });
    expect(told(service(), alb, push, measuredBy(byType))).toEqual([
      `source-unsaid ${at}.ratioMetric.raw.metricSource`,
    ]);
    expect(told(service(), prometheus, measuredBy(byType))).toEqual([
      `source-unsaid ${at}.ratioMetric.raw.metricSource`,
    ]);
  });

  it.each<[string, Data, string]>([
    ['a threshold', { thresholdMetric: metric('alb', { badWhen: {} }) }, 'logs-need-ratio'],
    [
      'failures where good is said',
      raw('alb', { badWhen: { status: 500 } }, 'failure'),
      'raw-type',
    ],
    [
      'two sources',
      ratio({
        total: metric('alb', { filter: { path: '/' } }),
        good: metric('prom', { query: 'a' }),
      }),
      'several-sources',
    ],
    [
      'a half in the wrong place',
      ratio({
        total: metric('alb', { filter: { path: '/' } }),
        good: metric('alb', { badWhen: { status: 500 } }),
      }),
      'wrong-half',
    ],
    [
      'a filter said twice',
      ratio({
        total: metric('alb', { filter: { path: '/' } }),
        bad: metric('alb', { badWhen: { status: 500 }, filter: { path: '/b' } }),
      }),
      'duplicate-key',
    ],
    [
      'what counts nothing',
      ratio({
        counter: false,
        rawType: 'success',
        raw: metric('alb', { badWhen: { status: 500 } }),
      }),
      'not-a-counter',
    ],
    ['an unknown source', raw('abl', { badWhen: { status: 500 } }), 'unknown-reference'],
  ])('refuses %s', (_, spec, code) => {
    const objectives =
      'thresholdMetric' in spec ? [{ op: 'lte', value: 1, target: 0.9 }] : undefined;
    const more = objectives === undefined ? {} : { objectives };
    const problems = told(service(), alb, prometheus, measuredBy(spec, more));
    expect(problems.map((text) => text.split(' ')[0])).toContain(code);
  });

  it('knows when a type that is said beside a source is not that source’s', () => {
    const both = ratio({
      rawType: 'success',
      raw: {
        metricSource: {
          metricSourceRef: 'alb',
          type: 'datadog',
          spec: { badWhen: { status: 500 } },
        },
      },
    });
    expect(told(service(), alb, measuredBy(both))).toEqual([
      `other-type ${at}.ratioMetric.raw.metricSource.type`,
    ]);
  });
});

describe('an SLI that its source has counted', () => {
  const objective = (op: string, value: number) => ({ objectives: [{ op, value, target: 0.99 }] });
  const threshold = (ref: string, spec: Data) => ({ thresholdMetric: metric(ref, spec) });
  const counted = (total: Data, part: Data, ref = 'prom') =>
    ratio({ total: metric(ref, total), bad: metric(ref, part) });
  const aws = source('cw', 'cloudwatch', { region: 'eu-west-1', environment: 'production' });
  const requests = { namespace: 'Shop', name: 'Requests' };
  const errors = { namespace: 'Shop', name: 'Errors', dimensions: { Stage: 'live' } };

  it.each<[string, Data, Data, Data]>([
    [
      'counters of Prometheus',
      prometheus,
      measuredBy(counted({ query: 'all{job="a"}' }, { query: 'failed{path="/{id}"}' })),
      { kind: 'counters', total: 'all{job="a"}', bad: 'failed{path="/{id}"}' },
    ],
    [
      'counters of Prometheus with clients’ own errors beside',
      prometheus,
      measuredBy(counted({ query: 'all', clientErrors: 'clients{job="a"}' }, { query: 'failed' })),
      { kind: 'counters', total: 'all', bad: 'failed', clientErrors: 'clients{job="a"}' },
    ],
    [
      'a gauge of failures',
      prometheus,
      measuredBy(raw('prom', { query: 'failing' }, 'failure')),
      { kind: 'ratio', gauge: 'failing', of: 'bad' },
    ],
    [
      'a histogram',
      prometheus,
      measuredBy(threshold('prom', { histogram: 'took', form: 'native' }), objective('lte', 0.3)),
      { kind: 'latency', histogram: 'took', form: 'native', atMost: 0.3 },
    ],
    [
      'samples of a gauge',
      prometheus,
      measuredBy(threshold('prom', { query: 'probe_success' }), objective('gte', 1)),
      { kind: 'samples', gauge: 'probe_success', atLeast: 1 },
    ],
    [
      'counts of CloudWatch',
      aws,
      measuredBy(counted({ metrics: [requests] }, { metrics: [errors] }, 'cw')),
      { kind: 'counts', total: [requests], bad: [errors] },
    ],
    [
      'a latency of CloudWatch',
      aws,
      measuredBy(threshold('cw', { namespace: 'Shop', name: 'Took' }), objective('lte', 0.3)),
      { kind: 'latency', metric: { namespace: 'Shop', name: 'Took' }, atMost: 0.3 },
    ],
    [
      'an alarm',
      source('alarm', 'alarms', { region: 'eu-west-1' }),
      measuredBy(raw('alarm', { alarmName: 'shop-5xx' }, 'failure')),
      { alarmName: 'shop-5xx' },
    ],
    [
      'counts of Datadog',
      source('dd', 'datadog', {
        ...{ apiKeyVariable: 'SEKISHO_SOURCE_A', applicationKeyVariable: 'SEKISHO_SOURCE_B' },
      }),
      measuredBy(counted({ query: 'sum:all{*}' }, { query: 'sum:bad{*}' }, 'dd')),
      { total: 'sum:all{*}', bad: 'sum:bad{*}' },
    ],
    [
      'alerts of Mackerel',
      source('mk', 'mackerel', { apiKeyVariable: 'SEKISHO_SOURCE_A' }),
      measuredBy(
        raw('mk', { monitorIds: ['2ab'], watchedSince: '2026-01-01T09:00:00+09:00' }, 'failure'),
      ),
      { monitorIds: ['2ab'], watchedSince: Date.UTC(2026, 0, 1) },
    ],
    [
      'what a probe finds',
      source('from-tokyo', 'probe'),
      measuredBy(raw('from-tokyo', { url: 'https://shop.example.com/', withinMs: 500 })),
      { url: 'https://shop.example.com/', everySeconds: 60, withinMs: 500 },
    ],
    [
      'a service that counts itself',
      push,
      measuredBy(raw('plugin', { service: 'shop' })),
      { service: 'shop' },
    ],
  ])('is asked for %s', (_, from, document, query) => {
    expect(indicatorOf(from, document)).toMatchObject({ kind: 'measured', query });
  });

  it.each<[string, Data, Data, string]>([
    [
      'PromQL functions',
      prometheus,
      measuredBy(counted({ query: 'sum(rate(a[5m]))' }, { query: 'b' })),
      `shape ${at}.ratioMetric.total.metricSource.spec.query`,
    ],
    [
      'a function of clients’ own errors',
      prometheus,
      measuredBy(counted({ query: 'a', clientErrors: 'rate(c[5m])' }, { query: 'b' })),
      `shape ${at}.ratioMetric.total.metricSource.spec.clientErrors`,
    ],
    [
      'clients’ own errors where not all events are counted',
      prometheus,
      measuredBy(counted({ query: 'a' }, { query: 'b', clientErrors: 'c' })),
      `wrong-half ${at}.ratioMetric.bad.metricSource.spec.clientErrors`,
    ],
    [
      'clients’ own errors beside a gauge',
      prometheus,
      measuredBy(raw('prom', { query: 'a', clientErrors: 'c' })),
      `unknown-key ${at}.ratioMetric.raw.metricSource.spec.clientErrors`,
    ],
    [
      'a strict threshold',
      prometheus,
      measuredBy(threshold('prom', { query: 'a' }), objective('lt', 1)),
      `not-one-of ${at}.thresholdMetric`,
    ],
    [
      'a histogram from below',
      prometheus,
      measuredBy(threshold('prom', { histogram: 'a' }), objective('gte', 1)),
      `query-unfit ${at}.thresholdMetric`,
    ],
    [
      'an alarm as success',
      source('alarm', 'alarms', { region: 'eu-west-1' }),
      measuredBy(raw('alarm', { alarmName: 'a' })),
      `raw-type ${at}.ratioMetric.raw`,
    ],
    [
      'a form that the kind has not',
      aws,
      measuredBy(raw('cw', { metric: 'a' })),
      `query-unfit ${at}.ratioMetric.raw`,
    ],
    [
      'keys that the kind has not',
      prometheus,
      measuredBy(raw('prom', { query: 'a', step: 5 })),
      `unknown-key ${at}.ratioMetric.raw.metricSource.spec.step`,
    ],
  ])('refuses %s', (_, from, document, problem) => {
    expect(told(service(), from, document)).toEqual([problem]);
  });

  it('reads metrics of openslo/v1alpha, each objective with its own', () => {
    const query = (text: string) => ({ source: 'prometheus', queryType: 'promql', query: text });
    const alpha = {
      ...{ apiVersion: 'openslo/v1alpha', kind: 'SLO', metadata: { name: 'old' } },
      spec: {
        ...{ service: 'shop', budgetingMethod: 'Occurrences' },
        timeWindows: [{ unit: 'Day', count: 30, isRolling: true }],
        objectives: [
          { target: 0.99, value: 1, ratioMetrics: { good: query('good'), total: query('all') } },
          { target: 0.95, value: 2, ratioMetrics: { good: query('fine'), total: query('all') } },
        ],
      },
    };
    const { config, problems } = check(service(), prometheus, alpha);
    expect(problems).toEqual([]);
    expect(config?.slos.map(({ id, indicator }) => [id, indicator])).toEqual([
      [
        'old-1',
        expect.objectContaining({ query: { kind: 'counters', total: 'all', good: 'good' } }),
      ],
      [
        'old-2',
        expect.objectContaining({ query: { kind: 'counters', total: 'all', good: 'fine' } }),
      ],
    ]);
  });
});
