import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  busiestOperations,
  defaultRules,
  emptyTally,
  operationLabel,
  type Tally,
  tallied,
  weigh,
} from './index.ts';

const weighed = { class: 'partial', counts: 'bad', badPerMille: 700 } as const;

describe('a tally of verdicts', () => {
  it('keeps whole numbers, and weighed partial successes apart', () => {
    const verdicts = [
      { class: 'ok', counts: 'good' },
      { class: 'client', counts: 'good' },
      { class: 'failed', counts: 'bad' },
      { class: 'aborted', counts: 'excluded' },
      weighed,
      weighed,
    ] as const;
    const tally = verdicts.reduce<Tally>(tallied, emptyTally);
    expect(tally).toEqual({ good: 2, bad: 1, excluded: 1, partial: 2, client: 1 });
    expect(weigh(tally, 300)).toEqual({ goodPerMille: 2600, badPerMille: 2400 });
  });

  it('weighs so that good and bad are exactly what was counted', () => {
    const count = fc.nat(1e9);
    fc.assert(
      fc.property(count, count, count, fc.nat(1000), (good, bad, partial, weight) => {
        const { goodPerMille, badPerMille } = weigh({ ...emptyTally, good, bad, partial }, weight);
        expect(goodPerMille + badPerMille).toBe((good + bad + partial) * 1000);
      }),
    );
  });
});

describe('names of operations', () => {
  const rules = { ...defaultRules, operations: new Set(['Pay']) };

  it('are labels only when the registry knows them', () => {
    expect(operationLabel('Pay', rules)).toBe('Pay');
    expect(operationLabel('Pay2', rules)).toBe('other');
    expect(operationLabel('toString', rules)).toBe('other');
    expect(operationLabel(undefined, rules)).toBe('unnamed');
    expect(operationLabel('', rules)).toBe('unnamed');
  });

  it('are folded into other beyond the busiest few, in whatever order they came', () => {
    const of = (good: number): Tally => ({ ...emptyTally, good });
    const tallies: [string, Tally][] = [
      ['a', of(1)],
      ['other', of(9)],
      ['b', of(5)],
      ['c', of(5)],
      ['d', of(2)],
    ];
    const expected = new Map([
      ['b', of(5)],
      ['c', of(5)],
      ['other', of(12)],
    ]);
    expect(busiestOperations(new Map(tallies), 2)).toEqual(expected);
    expect(busiestOperations(new Map(tallies.toReversed()), 2)).toEqual(expected);
    for (const order of [tallies, tallies.toReversed()]) {
      expect([...busiestOperations(new Map(order), 1).keys()]).toEqual(['b', 'other']);
    }
    expect(busiestOperations(new Map([['a', of(1)]]), 2)).toEqual(new Map([['a', of(1)]]));
  });
});
