import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../problems/index.ts';
import type { RuleGroup } from './rule.ts';
import {
  alertsOf,
  events,
  groupsOf,
  made,
  period,
  raw,
  recordsOf,
  rulesOf,
  specOf,
} from './sample-rules.ts';

describe('the period', () => {
  it('is four weeks in the names where 28 days are asked for, with factors of 28 days', () => {
    const rules = rulesOf(specOf(99.9), period('28d'));
    expect(recordsOf(rules)).toContain('slo:sli_error:ratio_rate4w');
    const factors = alertsOf(rules).flatMap(({ expr }) => [...expr.matchAll(/> \((\S+) \*/g)]);
    expect(factors.map(([, factor]) => factor)).toEqual([
      '13.44',
      '13.44',
      '5.6000000000000005',
      '5.6000000000000005',
      '2.8000000000000003',
      '2.8000000000000003',
      '0.9333333333333333',
      '0.9333333333333333',
    ]);
  });

  it.each(['3d', '1h', '36h', '100h'])('cannot be %s, which the alerts do not fit into', (text) => {
    const { problems } = made(specOf(99.9), period(text));
    expect(problems).toMatchObject([{ code: 'period-too-short', place: { line: 6 } }]);
  });

  it('warns of a slow ticket that would come while the budget lasts', () => {
    expect(made(specOf(99.9), period('7d')).warnings).toMatchObject([{ code: 'slow-below-one' }]);
    expect(made(specOf(99.9), period('28d')).warnings).toEqual([]);
  });

  it('of an OpenSLO document comes before that of the command', () => {
    const spec = `
apiVersion: openslo/v1alpha
kind: SLO
metadata: { name: checkout }
spec:
  service: shop
  timeWindows: [{ count: 14, unit: Day }]
  objectives:
    - target: 0.99
      ratioMetrics:
        good: { source: prometheus, queryType: promql, query: "good[{{.window}}]" }
        total: { source: prometheus, queryType: promql, query: "all[{{.window}}]" }
`;
    expect(recordsOf(rulesOf(spec, period('30d')))).toContain('slo:sli_error:ratio_rate2w');
  });
});

describe('a tier that can never fire', () => {
  it('is refused in the exact dialect, with the SLO and the arithmetic', () => {
    const { problems } = made(specOf(90), { dialect: 'exact' });
    expect(problems.map((one) => problemText(one, 'en'))).toEqual([
      'slos.yml:6:5 slos[0]: The quick page of "shop-checkout" can never fire: 14.4 × the budget 0.1 = 1.44, and no error ratio exceeds 1. Raise the objective above 93.06 %, disable that alert, or give windows with --windows.',
    ]);
  });

  it('is warned of in the sloth dialect, whose output is Sloth’s', () => {
    const { problems, warnings } = made(specOf(90));
    expect([problems, warnings.map(({ code }) => code)]).toEqual([[], ['dead-tier']]);
  });

  it('troubles nobody where its alert is disabled or the threshold is just below 1', () => {
    const disabled = '{ name: Burns, page_alert: { disable: true } }';
    expect(made(specOf(90, events, disabled), { dialect: 'exact' }).problems).toEqual([]);
    expect(made(specOf(90), { dialect: 'exact', withoutAlerts: true }).problems).toEqual([]);
    expect(made(specOf(93.1), { dialect: 'exact' }).problems).toEqual([]);
  });

  it('is any whose threshold reaches 1, and no other', () => {
    const objectives = fc.double({ min: 0.001, max: 100, noNaN: true });
    fc.assert(
      fc.property(objectives, fc.integer({ min: 4, max: 400 }), (objective, days) => {
        const { warnings } = made(specOf(objective), period(`${days}d`));
        const found = warnings.filter(({ code }) => code === 'dead-tier').length;
        const factors = [2 / 1, 5 / 6, 10 / 24, 10 / 72].map((share) => (share * days * 24) / 100);
        const thresholds = factors.map((factor) => factor * (1 - objective / 100));
        fc.pre(thresholds.every((threshold) => Math.abs(threshold - 1) > 1e-9));
        expect(found).toBe(thresholds.filter((threshold) => threshold > 1).length);
      }),
    );
  });
});

describe('the exact dialect', () => {
  it('has the groups, names and labels of the sloth dialect, and its alerts', () => {
    const shape = (rules: readonly RuleGroup[]) =>
      rules.map(({ name, rules: inside }) => ({
        name,
        rules: inside.map((rule) => ('alert' in rule ? rule : { ...rule, expr: '' })),
      }));
    const exact = groupsOf(specOf(99.9), { dialect: 'exact' });
    expect(shape(exact)).toEqual(shape(groupsOf(specOf(99.9))));
  });

  it('refuses an error ratio, which does not say how many events it stands for', () => {
    const { problems } = made(specOf(99.9, raw), { dialect: 'exact' });
    expect(problems).toMatchObject([{ code: 'raw-not-exact', facts: { slo: 'shop-checkout' } }]);
  });

  it('asks for the events of the whole period', () => {
    const rules = rulesOf(specOf(99.9), { dialect: 'exact' });
    const last = rules.find((rule) => 'record' in rule && rule.record.endsWith('30d'));
    expect(last?.expr).toBe(
      '(\n(\n(bad[30d])\nor\n(all[30d]) * 0\n)\n/\n((all[30d]) > 0)\n)\nor\n((all[30d]) == 0)\n',
    );
  });
});

describe('what the command takes away or adds', () => {
  it('leaves out recordings or alerts', () => {
    expect(recordsOf(rulesOf(specOf(99.9), { withoutRecordings: true }))).toEqual([]);
    expect(alertsOf(rulesOf(specOf(99.9), { withoutAlerts: true }))).toEqual([]);
    const { problems } = made(specOf(99.9), { withoutAlerts: true, withoutRecordings: true });
    expect(problems).toMatchObject([{ code: 'no-rules' }]);
  });

  it('adds labels to every recording, over those of the SLO, and to no alert', () => {
    const rules = rulesOf(specOf(99.9), { extraLabels: { tier: '1', on: 'yes' } });
    for (const rule of rules) {
      if ('record' in rule) expect(rule.labels).toMatchObject({ tier: '1', on: 'yes' });
      else expect(rule.labels).not.toHaveProperty('tier');
    }
  });
});

describe('numbers', () => {
  it('are those of Sloth’s own arithmetic, for any objective and period', () => {
    const objectives = fc.oneof(
      fc.constantFrom(99.95, 99.999, 99.99, 99.5, 95, 100, 0.001, 33.3),
      fc.double({ min: 1e-9, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(objectives, fc.integer({ min: 4, max: 1000 }), (objective, days) => {
        const rules = rulesOf(specOf(objective), period(`${days}d`));
        const find = (name: string) =>
          rules.find((rule) => 'record' in rule && rule.record === name)?.expr ?? '';
        expect(numberIn(find('slo:objective:ratio'), /vector\((.*)\)/)).toBe(objective / 100);
        expect(numberIn(find('slo:time_period:days'), /vector\((.*)\)/)).toBe(days);
        const [page, ticket] = alertsOf(rules);
        const budget = (100 - objective) / 100;
        const quick = (2 * (days * 24)) / 100 / 1;
        const slow = (10 * (days * 24)) / 100 / 72;
        expect(numberIn(page?.expr ?? '', /> \((\S+) \*/)).toBe(quick);
        expect(numberIn(page?.expr ?? '', /> \(\S+ \* (\S+?)\)/)).toBe(budget);
        expect(numberIn(ticket?.expr ?? '', /> \((\S+) \* [^>]*$/)).toBe(slow);
      }),
    );
  });
});

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]);
}
