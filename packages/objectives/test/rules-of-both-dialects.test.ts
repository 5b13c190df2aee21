import { describe, expect, it } from 'vitest';
import { type AlertWindows, makeRules, writeRules } from '../src/rules/index.ts';
import { readSloth } from '../src/sloth/index.ts';
import { type Case, checkRules, testRules, withoutPromtool } from './promtool.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A period of one day, so that promtool evaluates in seconds what takes a month. */
const oneDay: AlertWindows = {
  period: 24 * hour,
  tiers: {
    'page-quick': { percent: 20, short: 5 * minute, long: hour },
    'page-slow': { percent: 30, short: 30 * minute, long: 3 * hour },
    'ticket-quick': { percent: 40, short: hour, long: 6 * hour },
    'ticket-slow': { percent: 50, short: 2 * hour, long: 12 * hour },
  },
};

const rate = (matchers = '', by = '') => `sum${by}(rate(requests_total${matchers}[{{.window}}]))`;

function rulesOf(
  dialect: 'sloth' | 'exact',
  by = '',
  failed = rate('{code=~"5.."}', by),
  all = rate('', by),
): string {
  const spec = `
version: prometheus/v1
service: shop
slos:
  - name: checkout
    objective: 99.9
    sli:
      events:
        error_query: ${failed}
        total_query: ${all}
    alerting: { name: CheckoutBurns }
`;
  const { documents, problems } = readSloth(new TextEncoder().encode(spec), 'shop.yml');
  expect(problems).toEqual([]);
  const made = makeRules(documents, {
    dialect,
    period: null,
    windows: [oneDay],
    extraLabels: {},
    withoutRecordings: false,
    withoutAlerts: false,
  });
  expect(made.problems).toEqual([]);
  return writeRules(made.documents, dialect);
}

const good = 'requests_total{code="200"}';
const bad = 'requests_total{code="500"}';
const ofDay = 'max(slo:sli_error:ratio_rate1d)';
const left = 'max(slo:period_error_budget_remaining:ratio)';
const near = (expression: string, value: number, within: number) =>
  `abs(${expression} - ${value}) < bool ${within}`;
const isNaN = (expression: string) => `1 - (${expression} == bool ${expression})`;
const firing = (severity: string) =>
  `count(ALERTS{alertstate="firing", sloth_severity="${severity}"})`;

/** What each dialect says of the same day. */
const days: Readonly<
  Record<string, Record<'sloth' | 'exact', Case['expect']> & Pick<Case, 'series'>>
> = {
  'errors at night: 720 of 720,720 requests': {
    series: { [good]: '0+1000x719 719000x719', [bad]: '0x719 0+1x719' },
    sloth: { [near(ofDay, 0.5, 0.01)]: 1 },
    exact: { [near(ofDay, 0.001, 0.00002)]: 1, [near(left, 0, 0.02)]: 1 },
  },
  'errors at the peak: 1,200 of 31,410 requests': {
    series: { [good]: '0+1x1409 1410+960x29', [bad]: '0x1409 0+40x29' },
    sloth: { [near(ofDay, 0.0008, 0.0002)]: 1 },
    exact: { [near(ofDay, 0.0382, 0.002)]: 1 },
  },
  'ten idle minutes in a day without errors': {
    series: { [good]: '0+10x719 7190x10 7190+10x709', [bad]: '0x1440' },
    sloth: { [isNaN(ofDay)]: 1, [isNaN(left)]: 1 },
    exact: { [ofDay]: 0, [left]: 1 },
  },
  'no series of errors yet': {
    series: { [good]: '0+10x1440' },
    sloth: { [ofDay]: null, [left]: null },
    exact: { [ofDay]: 0, [left]: 1, [firing('page')]: null },
  },
  'nothing is measured at all': {
    series: { 'other_total{}': '0+10x1440' },
    sloth: { [ofDay]: null },
    exact: { [ofDay]: null, [left]: null, [firing('page')]: null },
  },
  'the last two hours fail': {
    series: { [good]: '0+10x1319 13190x120', [bad]: '0x1319 0+10x120' },
    sloth: { [firing('page')]: 1 },
    exact: { [firing('page')]: 1 },
  },
};

const reason = 'both dialects, judged by promtool (skipped where it is not installed)';
describe.skipIf(withoutPromtool)(reason, { timeout: 120_000 }, () => {
  it.each(['sloth', 'exact'] as const)('writes %s rules that Prometheus loads', (dialect) => {
    expect(checkRules(rulesOf(dialect))).toBe('');
  });

  for (const [day, { series, ...expected }] of Object.entries(days)) {
    it(`tells the truth in the exact dialect, and Sloth's in the other: ${day}`, () => {
      for (const dialect of ['sloth', 'exact'] as const) {
        const said = testRules(rulesOf(dialect), { series, expect: expected[dialect], at: '1d' });
        expect(`${dialect}: ${said}`).toBe(`${dialect}: `);
      }
    });
  }

  it('gives each label set its own zero while only one of them has errors', () => {
    const series = {
      'requests_total{route="a", code="200"}': '0+10x1440',
      'requests_total{route="b", code="200"}': '0+10x1440',
      'requests_total{route="b", code="500"}': '0+10x1440',
    };
    const of = (route: string) => `max(slo:sli_error:ratio_rate1d{route="${route}"})`;
    const exact = { [of('a')]: 0, [near(of('b'), 0.5, 0.001)]: 1 };
    expect(testRules(rulesOf('exact', ' by (route)'), { series, expect: exact, at: '1d' })).toBe(
      '',
    );
    const sloth = { [of('a')]: null, [near(of('b'), 0.5, 0.001)]: 1 };
    expect(testRules(rulesOf('sloth', ' by (route)'), { series, expect: sloth, at: '1d' })).toBe(
      '',
    );
  });

  it('calls nothing good because a series of a difference or of a sum is yet to come', () => {
    const good200 = rate('{code="200"}');
    const rules = (failed: string, all: string) => rulesOf('exact', '', failed, all);
    const less = rules(`${rate()} - ${good200}`, rate());
    expect(
      testRules(less, { series: { [bad]: '0+10x1440' }, expect: { [ofDay]: 1 }, at: '1d' }),
    ).toBe('');
    const failed = rate('{code=~"5.."}');
    const sum = rules(failed, `${good200} + ${failed}`);
    const calm = { [good]: '0+10x1440' };
    expect(testRules(sum, { series: calm, expect: { [ofDay]: 0, [left]: 1 }, at: '1d' })).toBe('');
  });
});
