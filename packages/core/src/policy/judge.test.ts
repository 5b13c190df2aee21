import type { BudgetsNow, Config, PolicyConfig } from '@sekisho/config';
import { describe, expect, it } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import { placeOfEnvironment } from './environment.ts';
import { type Ask, judge, type Moment } from './judge.ts';

const practice = practiceConfig();
const now = new Date('2026-05-01T00:00:00Z');
const budgets: BudgetsNow = () => ({ problem: 'unknown' });

/** A rule that lends everything to everyone, but for what is said. */
function rule(id: string, more: Partial<PolicyConfig> = {}): PolicyConfig {
  return {
    ...{ id, who: ['everyone'], what: ['ops-server'], where: ['*'], effect: 'allow' as const },
    ...{
      condition: null,
      budgets: [],
      permissionSets: null,
      purposes: null,
      maximumSeconds: null,
      ...{ breakGlass: [], breakGlassStepUp: null },
    },
    approval: { count: 0, from: [] },
    ...more,
  };
}

function asked(
  policies: readonly PolicyConfig[],
  who: string,
  more: Partial<Ask> = {},
  moment: Moment = { now, budgets },
) {
  const config: Config = { ...practice, policies };
  const person = config.people.find(({ id }) => id === who);
  const environment = config.environments.staging;
  if (!person || !environment) throw new Error('practice has changed');
  const rest = {
    kind: 'ops-server',
    seconds: 600,
    reason: '',
    ticket: null,
    size: 't3.micro',
    permissionSet: '',
  };
  return judge(
    config,
    { person, place: placeOfEnvironment(environment), ...rest, ...more } as Ask,
    moment,
  );
}

describe('policy', () => {
  it('lets the first rule that fits decide, and says what it made of the others', () => {
    const rules = [
      rule('for-sre', { who: ['group:sre'] }),
      rule('elsewhere', { where: ['production'] }),
      rule('never', { condition: () => false }),
      rule('decides'),
      rule('too-late', { effect: 'deny' }),
    ];
    const judged = asked(rules, 'engineer');
    expect(judged).toMatchObject({ allowed: true, refusal: null, rule: 'decides' });
    expect(judged.trace.map(({ rule: id, result }) => `${id} ${result}`)).toEqual([
      'for-sre not-for-them',
      'elsewhere not-here',
      'never condition-false',
      'decides decides',
    ]);
    expect(asked(rules, 'sre').rule).toBe('for-sre');
  });

  it('refuses when no rule fits, and when a denying one comes first', () => {
    const denied = { allowed: false, refusal: { code: 'policy-refused' } };
    expect(asked([], 'engineer')).toMatchObject({ ...denied, rule: null });
    const rules = [rule('no', { effect: 'deny' }), rule('yes')];
    expect(asked(rules, 'engineer')).toMatchObject({ ...denied, rule: 'no', mayBreakGlass: false });
  });

  it('refuses when a condition fails, although a later rule would allow', () => {
    const condition = () => {
      throw new Error('no such overload');
    };
    const judged = asked([rule('broken', { condition }), rule('yes')], 'engineer');
    const facts = { rule: 'broken', problem: 'no such overload' };
    const refusal = { code: 'policy-broken', facts };
    expect(judged).toMatchObject({ allowed: false, rule: 'broken', refusal });
  });

  it('names a budget only where its lack decided', () => {
    const low: Moment = { now, budgets: () => ({ remaining: 0.12 }) };
    const asks = (least: number): Partial<PolicyConfig> => ({
      budgets: [{ name: 'shop', share: least }],
      condition: ({ budgets: of, request }) => {
        const standing = of('shop');
        return request.seconds < 700 && 'remaining' in standing && standing.remaining >= least;
      },
    });
    const short = (rules: readonly PolicyConfig[], seconds = 600) =>
      asked(rules, 'engineer', { seconds }, low);
    const calm = rule('calm', asks(0.25));
    const facts = { rule: 'calm', budget: 'shop', left: 0.12, asked: 0.25 };
    expect(short([calm, rule('else')])).toMatchObject({ rule: 'else', budgets: [facts] });
    expect(short([calm]).refusal).toMatchObject({ code: 'budget-low', facts });
    // Too long a time would not be lent with the whole budget either.
    expect(short([calm], 800)).toMatchObject({ refusal: { code: 'policy-refused' }, budgets: [] });
    expect(short([rule('calm', asks(0.1))]).budgets).toEqual([]);
    const guard = { ...asks(0.25), effect: 'deny' as const };
    const denies = rule('guard', { ...guard, condition: (seen) => !calm.condition?.(seen) });
    expect(short([denies, rule('else')])).toMatchObject({
      ...{ rule: 'guard', refusal: { code: 'budget-low', facts: { rule: 'guard' } } },
    });
  });

  it('shows conditions the request, the person, the environment and the time', () => {
    const seen: unknown[] = [];
    const condition = (facts: unknown) => seen.push(facts) > 0;
    asked([rule('looks', { condition })], 'sre', { ticket: 'OPS-1', reason: 'look', seconds: 60 });
    expect(seen).toEqual([
      {
        request: {
          seconds: 60,
          reason: 'look',
          ticket: 'OPS-1',
          kind: 'ops-server',
          size: 't3.micro',
          permissionSet: '',
          ...{ repository: '', purpose: '', ref: '', event: '', actor: '' },
          ...{ destroys: 0, replaces: 0, dangers: 0 },
        },
        person: { id: 'sre', role: 'admin', groups: ['sre'], onCall: true },
        environment: { name: 'staging', production: false },
        ...{ now, budgets },
      },
    ]);
  });

  it.each([
    ['everyone', ['sre', 'sre2', 'engineer', 'support', 'auditor']],
    ['group:sre', ['sre', 'sre2']],
    ['role:member', ['engineer', 'support']],
    ['person:support', ['support']],
    ['on-call', ['sre']],
    ['group:', []],
    ['role:owner', []],
  ])('means by %s exactly %j', (selector, people) => {
    const rules = [rule('one', { who: [selector] })];
    const meant = practice.people.map(({ id }) => id).filter((id) => asked(rules, id).allowed);
    expect(meant).toEqual(people);
  });

  it('follows the rota: who is on call changes at its hour', () => {
    const rules = [rule('one', { who: ['on-call'] })];
    const turn = Date.parse('2026-05-04T09:00:00+09:00');
    expect(asked(rules, 'sre', {}, { now: new Date(turn - 1), budgets }).allowed).toBe(true);
    expect(asked(rules, 'sre2', {}, { now: new Date(turn - 1), budgets }).allowed).toBe(false);
    expect(asked(rules, 'sre', {}, { now: new Date(turn), budgets }).allowed).toBe(false);
    expect(asked(rules, 'sre2', {}, { now: new Date(turn), budgets }).allowed).toBe(true);
  });

  it('never counts the requester, nor people who may only read, among those who may agree', () => {
    const approval = { count: 2, from: ['group:sre', 'group:audit', 'person:engineer'] };
    const of = (who: string) => asked([rule('two', { approval })], who).approval;
    expect(of('engineer')).toEqual({ ...approval, people: ['sre', 'sre2'] });
    expect(of('sre')).toEqual({ ...approval, people: ['sre2', 'engineer'] });
    const onCall = asked([rule('on', { approval: { count: 1, from: ['on-call'] } })], 'sre');
    expect(onCall.approval.people).toEqual([]);
  });

  it('takes the shorter of the rule’s and the environment’s maximum', () => {
    const most = (maximumSeconds: number | null) =>
      asked([rule('one', { maximumSeconds })], 'engineer').maximumSeconds;
    expect([most(null), most(900), most(86_400 * 30)]).toEqual([8 * 3600, 900, 8 * 3600]);
  });

  it('lets only those break the glass whom the deciding rule names', () => {
    const rules = [rule('one', { breakGlass: ['on-call', 'person:support'] })];
    const may = practice.people.map(({ id }) => id).filter((id) => asked(rules, id).mayBreakGlass);
    expect(may).toEqual(['sre', 'support']);
    const first = [rule('silent'), ...rules];
    expect(asked(first, 'sre').mayBreakGlass).toBe(false);
  });
});
