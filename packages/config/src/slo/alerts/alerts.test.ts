import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { describe, expect, it } from 'vitest';
import {
  alb,
  check,
  type Data,
  documentOf,
  odd,
  only,
  service,
  slo,
  told,
} from '../../../test/slo-documents.ts';

const beside = [service(), alb];
const alertsOf = (...documents: readonly Data[]) => only(...beside, ...documents).alerts;
const note = (name: string) => `metadata.annotations["sekisho.dev/${name}"]`;
const days = (count: number) => count * 1440;

const condition = (more: Data = {}, severity = 'page'): Data => ({
  severity,
  condition: { kind: 'burnrate', op: 'gte', threshold: 14, lookbackWindow: '1h', ...more },
});
const ours = {
  kind: 'AlertNotificationTarget',
  metadata: { name: 'us' },
  spec: { target: 'sekisho' },
};
const policy = (spec: Data, more: Data = {}): Data => ({
  conditions: [{ kind: 'AlertCondition', metadata: { name: 'fast' }, spec }],
  notificationTargets: [ours],
  ...more,
});
const inline = (spec: Data, more: Data = {}, name = 'burn'): Data => ({
  ...{ kind: 'AlertPolicy', metadata: { name } },
  spec: policy(spec, more),
});
const withPolicies = (...alertPolicies: readonly Data[]) => slo({ alertPolicies });

describe('the alerts of an SLO', () => {
  it('are the usual ones of its window, unless it says otherwise', () => {
    expect(alertsOf(slo())).toEqual({ ...usualPolicy, tiers: standardTiers(days(28)) });
    expect(only(...beside, slo({}, { alerts: 'shadow' }))).toMatchObject({ shadow: true });
    const off = only(...beside, slo({}, { alerts: 'off' }));
    expect(off).toMatchObject({ shadow: false, alerts: { tiers: [], spentAt: [], noData: null } });
    expect(told(...beside, slo({}, { alerts: 'on' }))).toEqual([
      `bad-annotation ${note('alerts')}`,
    ]);
  });

  it('are what annotations say', () => {
    const said = {
      tiers: 'page 2h/10m 4%, ticket 1d/2h 12.5%',
      spent: '75%, 100%',
      drops: '10% in 1h',
      guard: 'off',
      'no-data': 'below 80% in 1h',
    };
    expect(alertsOf(slo({}, said))).toEqual({
      ...usualPolicy,
      tiers: [
        { name: 'page-2h-10m', severity: 'page', long: 120, short: 10, share: 0.04 },
        { name: 'ticket-1d-2h', severity: 'ticket', long: 1440, short: 120, share: 0.125 },
      ],
      spentAt: [0.75, 1],
      drops: [{ share: 0.1, minutes: 60 }],
      guard: null,
      noData: { below: 0.8, minutes: 60 },
    });
    const off = { guard: '2%', spent: 'off', 'no-data': 'off' };
    expect(alertsOf(slo({}, off))).toMatchObject({
      ...{ guard: { alpha: 0.02 }, spentAt: [], noData: null },
    });
  });

  it.each([
    ['tiers', 'page 1h 2%'],
    ['tiers', 'page 1h/5m 0%'],
    ['tiers', 'page 1h/5m 101%'],
    ['tiers', 'call 1h/5m 2%'],
    ['tiers', 'page 90s/5m 2%'],
    ['tiers', ''],
    ['spent', '75'],
    ['drops', '10% of 1h'],
    ['guard', 'maybe'],
    ['guard', '100%'],
    ['no-data', 'never'],
  ])('are not guessed from %s: %j', (name, text) => {
    expect(told(...beside, slo({}, { [name]: text }))).toEqual([`bad-annotation ${note(name)}`]);
  });

  it('that are off are not what else is said of them, which is told', () => {
    const silent = slo({ alertPolicies: [inline(condition())] }, { alerts: 'off', guard: '1%' });
    expect(odd(...beside, silent)).toEqual([
      `unused-key ${note('guard')}`,
      'unused-key spec.alertPolicies',
    ]);
  });
});

describe('alert policies of OpenSLO', () => {
  const share = (threshold: number, hours: number) => (threshold * hours * 60) / days(28);

  it('are tiers: what burns over the lookback and still burns over alertAfter', () => {
    const said = withPolicies(
      inline(condition({ alertAfter: '5m' })),
      inline(condition({ threshold: 1, lookbackWindow: '3d' }, 'ticket'), {
        alertWhenNoData: false,
      }),
    );
    const tiers = alertsOf(said).tiers;
    expect(tiers.map(({ severity, long, short }) => [severity, long, short])).toEqual([
      ['page', 60, 5],
      ['ticket', days(3), 360],
    ]);
    expect(tiers[0]?.share).toBeCloseTo(share(14, 1), 9);
    expect(tiers[1]?.share).toBeCloseTo(share(1, 72), 9);
    expect(alertsOf(said).noData).toEqual(usualPolicy.noData);
  });

  it('may be documents of their own', () => {
    const documents = [
      documentOf('AlertNotificationTarget', 'us', { target: 'sekisho' }),
      documentOf('AlertCondition', 'fast', condition()),
      documentOf('AlertPolicy', 'burn', {
        ...{ alertWhenNoData: false, conditions: [{ conditionRef: 'fast' }] },
        notificationTargets: [{ targetRef: 'us' }],
      }),
    ];
    const named = withPolicies({ alertPolicyRef: 'burn' });
    expect(alertsOf(...documents, named)).toMatchObject({
      ...{ noData: null, tiers: [{ name: 'fast', long: 60, short: 5 }] },
    });
    expect(odd(...beside, ...documents, named)).toEqual([]);
  });

  it('that only tell of missing data are no tiers', () => {
    const silent = inline(condition(), { alertWhenBreaching: false, alertWhenNoData: true });
    expect(alertsOf(withPolicies(silent))).toMatchObject({
      ...{ tiers: [], noData: usualPolicy.noData },
    });
  });

  it('are told of what Sekisho does otherwise', () => {
    const elsewhere = { ...ours, spec: { target: 'email' } };
    const more = { alertWhenResolved: false, notificationTargets: [elsewhere] };
    expect(odd(...beside, withPolicies(inline(condition(), more)))).toEqual([
      'unused-target spec.alertPolicies[0].spec.notificationTargets[0].spec.target',
      'unused-key spec.alertPolicies[0].spec.alertWhenResolved',
    ]);
  });

  it.each<[string, Data, string]>([
    ['another severity', condition({}, 'warning'), 'not-one-of'],
    ['a budget that grows', condition({ op: 'lt' }), 'not-one-of'],
    ['a shorter window that is longer', condition({ alertAfter: '2h' }), 'tier-windows'],
    ['a window beyond the SLO’s', condition({ lookbackWindow: '29d' }), 'tier-share'],
    ['a burn that nothing reaches', condition({ threshold: 1000 }), 'tier-share'],
    ['a burn that only more than everything reaches', condition({ threshold: 600 }), 'dead-tier'],
  ])('are refused with %s', (_, spec, code) => {
    const target = code === 'dead-tier' ? 0.99 : 0.999;
    const document = slo({ alertPolicies: [inline(spec)], objectives: [{ target }] });
    const problems = told(...beside, document);
    expect(problems.map((text) => text.split(' ')[0])).toEqual([code]);
  });

  it('cannot stand beside tiers in an annotation', () => {
    const both = slo({ alertPolicies: [inline(condition())] }, { tiers: 'page 1h/5m 2%' });
    expect(told(...beside, both)).toEqual(['alerts-twice spec.alertPolicies']);
  });
});

describe('an alert that can never fire', () => {
  const lenient = (target: number, more: Data = {}) => slo({ objectives: [{ target }], ...more });

  it('is refused with the arithmetic, the lowest target that lives and the share that would', () => {
    const { problems } = check(...beside, lenient(0.9));
    expect(problems.map(({ code, path, value }) => [code, path, value])).toEqual([
      ['dead-tier', 'spec.objectives[0].target', '0.9'],
    ]);
    expect(problems[0]?.text.en).toEqual({
      why: 'The alert "page-quick" can never fire: 2 % of the budget in 1h is 13.44 times the even burn, and 13.44 × 10 % errors allowed = 134.4 % of all events, which is no less than all.',
      fix: 'Aim above 92.56 %, or let it fire at less than 1.48 % of the budget in 1h with the annotation sekisho.dev/tiers.',
    });
  });

  it('lives with what the advice says, both ways', () => {
    expect(told(...beside, lenient(0.9257))).toEqual([]);
    expect(told(...beside, lenient(0.9255))).toHaveLength(1);
    const tiers = (share: string) =>
      slo({ objectives: [{ target: 0.9 }] }, { tiers: `page 1h/5m ${share}` });
    expect(told(...beside, tiers('1.48%'))).toEqual([]);
    expect(told(...beside, tiers('1.49%'))).toHaveLength(1);
  });

  it('is looked for in the longest month', () => {
    const month = {
      duration: '1M',
      isRolling: false,
      calendar: { startTime: '2026-01-01 00:00:00', timeZone: 'Asia/Tokyo' },
    };
    // 14.4 × 6.8 % lives over 30 days; 14.88 × 6.8 % does not over 31.
    const rolling = { timeWindow: [{ duration: '30d', isRolling: true }] };
    expect(told(...beside, lenient(0.932, rolling))).toEqual([]);
    expect(told(...beside, lenient(0.932, { timeWindow: [month] }))).toEqual([
      'dead-tier spec.objectives[0].target',
    ]);
  });
});
