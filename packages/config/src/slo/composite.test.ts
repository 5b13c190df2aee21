import { describe, expect, it } from 'vitest';
import {
  alb,
  type Data,
  odd,
  only,
  overAlb,
  service,
  slo,
  told,
} from '../../test/slo-documents.ts';

const beside = [service(), alb];
const indicator = (name: string, spec: Data = overAlb) => ({ metadata: { name }, spec });
const part = (name: string, target: number, more: Data = {}) => ({
  ...{ target, indicator: indicator(name) },
  ...more,
});
const composite = (objectives: readonly Data[], more: Data = {}) =>
  slo({ indicator: undefined, objectives, ...more });

describe('a composite SLO', () => {
  it('is one SLO of weighed parts, whose target is the weighted mean of theirs', () => {
    const objectives = [
      part('search', 0.99, { compositeWeight: 1 }),
      part('checkout', 0.998, { compositeWeight: 3, displayName: 'Checkout' }),
    ];
    const found = only(...beside, composite(objectives));
    expect(found).toMatchObject({ id: 'answers', displayName: null, target: 0.996 });
    expect(found.parts?.map(({ name, weight }) => [name, weight])).toEqual([
      ['search', 1],
      ['Checkout', 3],
    ]);
    expect(found.indicator).toEqual(found.parts?.[0]?.indicator);
  });

  it('weighs parts alike where nothing is said, and keeps the target that they share', () => {
    const objectives = [part('a', 0.9995), part('b', 0.9995), part('c', 0.9995)];
    const found = only(...beside, composite(objectives));
    expect(found.target).toBe(0.9995);
    expect(found.parts?.map(({ weight }) => weight)).toEqual([1, 1, 1]);
  });

  it('finds the indicators that its parts name, and calls none of them unused', () => {
    const sli = {
      apiVersion: 'openslo/v1',
      kind: 'SLI',
      metadata: { name: 'fast' },
      spec: overAlb,
    };
    const named = { target: 0.999, indicatorRef: 'fast' };
    const found = composite([part('search', 0.999), named]);
    expect(odd(...beside, sli, found)).toEqual([]);
    expect(only(...beside, sli, found).parts?.map(({ name }) => name)).toEqual(['search', 'fast']);
  });

  it.each<[string, readonly Data[], string, Data]>([
    [
      'a part without an indicator',
      [part('a', 0.99), { target: 0.99 }],
      'part-without-indicator spec.objectives[1]',
      {},
    ],
    [
      'two parts of one name',
      [part('a', 0.99), part('a', 0.99)],
      'same-part spec.objectives[1]',
      {},
    ],
    [
      'parts that count by other slices',
      [part('a', 0.99, { timeSliceWindow: '1m' }), part('b', 0.99, { timeSliceWindow: '5m' })],
      'parts-count-differently spec.objectives[1]',
      { budgetingMethod: 'RatioTimeslices' },
    ],
    [
      'a weight of nothing',
      [part('a', 0.99, { compositeWeight: 0 }), part('b', 0.99)],
      'out-of-range spec.objectives[0].compositeWeight',
      {},
    ],
  ])('refuses %s', (_, objectives, expected, more) => {
    expect(told(...beside, composite(objectives, more))).toContain(expected);
  });
});
