import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alb, fileOf, service, slo } from '../../test/slo-documents.ts';
import { type BudgetsNow, checkConfig, type ServiceFile, UnknownBudget } from '../index.ts';

const house = readFileSync(
  new URL('../../../../examples/slo/sekisho.yaml', import.meta.url),
  'utf8',
);

function checked(when: string, files: readonly ServiceFile[]) {
  const text = house.replace('what: [ops-server]', `what: [ops-server]\n    when: ${when}`);
  expect(text).not.toBe(house);
  return checkConfig(text, 'sekisho.yaml', files);
}

const ofShop = (...names: readonly string[]) => [
  fileOf(alb, service(), ...names.map((name) => slo({}, {}, name))),
];

function codes(when: string, ...names: readonly string[]) {
  return checked(when, ofShop(...names)).problems.map(({ code }) => code);
}

describe('the budgets that policies ask for', () => {
  it('are of SLOs and services that there are', () => {
    expect(codes('budget("answers") > 0.25', 'answers')).toEqual([]);
    expect(codes('budget("shop") > 0.25', 'answers')).toEqual([]);
    expect(codes('budget("shopp") > 0.25', 'answers')).toEqual(['unknown-budget']);
    expect(codes('budgetKnown("no") && budget("answers") > 0', 'answers')).toEqual([
      'unknown-budget',
    ]);
    expect(codes('budget("service:answers") > 0', 'answers')).toEqual(['unknown-budget']);
  });

  it('name the SLOs that there are where one is unknown, in both languages', () => {
    const [problem] = checked('budget("x") > 0', ofShop('answers')).problems;
    expect(problem).toMatchObject({ file: 'sekisho.yaml', path: 'policies[0].when' });
    expect(problem?.text.en.fix).toBe('Name one of: answers, shop.');
    expect(problem?.text.ja.why).toContain('「x」という SLO');
  });

  it('are not mistaken for a service’s where an SLO has its name and others are there', () => {
    expect(codes('budget("shop") > 0', 'shop')).toEqual([]);
    expect(codes('budget("shop") > 0', 'shop', 'other')).toEqual(['ambiguous-budget']);
    expect(codes('budget("slo:shop") > 0', 'shop', 'other')).toEqual([]);
    expect(codes('budget("service:shop") > 0', 'shop', 'other')).toEqual([]);
  });

  it('are not called unknown where an SLO has a mistake of its own', () => {
    const broken = slo({ objectives: [] }, {}, 'checkout');
    const found = checked('budget("checkout") > 0', [fileOf(alb, service(), broken)]).problems;
    expect(found.map(({ code }) => code)).not.toContain('unknown-budget');
    expect(found).not.toEqual([]);
  });
});

describe('a condition that asks for a budget', () => {
  const policyOf = (when: string) => {
    const { config } = checked(when, ofShop('answers', 'pays'));
    const [policy] = config?.policies ?? [];
    if (!policy?.condition) throw new Error('the rule has no condition');
    return { ...policy, condition: policy.condition };
  };
  const facts = (budgets: BudgetsNow) => ({
    request: {
      seconds: 60,
      reason: 'look',
      ticket: '',
      kind: 'ops-server',
      size: 't3.micro',
      permissionSet: '',
      ...{ repository: '', purpose: '', ref: '', event: '', actor: '' },
      ...{ destroys: 0, replaces: 0, dangers: 0 },
    },
    person: { id: 'mika', role: 'sre', groups: ['sre'], onCall: true },
    environment: { name: 'production', production: true },
    ...{ now: new Date('2026-11-21T05:00:00Z'), budgets },
  });

  it('holds exactly when so much is left, and fails when nobody can tell', () => {
    const { condition } = policyOf('budget("answers") >= 0.25');
    const remaining = fc.double({ min: -100, max: 1, noNaN: true });
    fc.assert(
      fc.property(remaining, (left) => {
        expect(condition(facts(() => ({ remaining: left })))).toBe(left >= 0.25);
      }),
      { numRuns: 60 },
    );
    for (const problem of ['unknown', 'unmeasured', 'behind'] as const)
      expect(() => condition(facts(() => ({ problem })))).toThrow(
        new UnknownBudget('answers', problem),
      );
    expect(() => condition(facts(() => ({ remaining: Number.NaN })))).toThrow(UnknownBudget);
    expect(condition(facts(() => ({ remaining: Number.NEGATIVE_INFINITY })))).toBe(false);
  });

  it('looks at the facts of its own turn, not of the one before', () => {
    const { condition } = policyOf('budget("answers") < 0.25');
    expect(condition(facts(() => ({ remaining: 0.1 })))).toBe(true);
    expect(() => condition(facts(() => ({ problem: 'behind' })))).toThrow(UnknownBudget);
    expect(condition(facts(() => ({ remaining: 0.9 })))).toBe(false);
  });

  it('can say what holds while nobody can tell', () => {
    const { condition } = policyOf('budgetKnown("answers") && budget("answers") >= 0.25');
    expect(condition(facts(() => ({ problem: 'unmeasured' })))).toBe(false);
    expect(condition(facts(() => ({ remaining: 0.3 })))).toBe(true);
  });

  it('tells each budget once, with the share that it is compared with', () => {
    const asked = (when: string) => policyOf(JSON.stringify(when)).budgets;
    expect(asked('budget("answers") >= 0.25 && 0 < budget("pays")')).toEqual([
      { name: 'answers', share: 0.25 },
      { name: 'pays', share: 0 },
    ]);
    expect(asked('budget("answers") > -0.5 || budget("answers") > 0.1')).toEqual([
      { name: 'answers', share: -0.5 },
    ]);
    expect(asked('budget("answers") > budget("pays")')).toEqual([
      { name: 'answers', share: null },
      { name: 'pays', share: null },
    ]);
    expect(asked('[0.1, 0.2].exists(x, budget("pays") > x)')).toEqual([
      { name: 'pays', share: null },
    ]);
    expect(asked('person.onCall')).toEqual([]);
  });
});
