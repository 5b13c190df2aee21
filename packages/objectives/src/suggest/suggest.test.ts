import { describe, expect, it } from 'vitest';
import type { Objective } from '../budget/index.ts';
import { minuteOf } from '../minutes/index.ts';
import type { CountedMinute } from '../report/counted-minute.ts';
import { suggest } from './suggest.ts';

const start = minuteOf(Date.parse('2026-10-01T00:00Z'));
const day = 1440;
const objective: Objective = {
  method: { kind: 'occurrences' },
  window: { kind: 'rolling', minutes: 7 * day },
  targets: [{ from: 0, target: 0.5 }],
  missing: 'exclude',
};

function suggested(
  days: number,
  each: (at: number) => Partial<CountedMinute>,
  incidents: readonly { id: string; from: number; to: number }[] = [],
  targets?: readonly number[],
) {
  const minutes = Array.from({ length: days * day }, (_, at) => {
    return { minute: start + at, good: 100, bad: 0, excluded: 0, ...each(at) };
  });
  const found = suggest({ objective, minutes, incidents, ...(targets && { targets }) });
  if (found === null) throw new Error('there is no suggestion');
  const against = Object.fromEntries(
    found.judged.map((one) => [one.candidate.target, one.against.map(({ code }) => code)]),
  );
  return { ...found, target: found.chosen?.candidate.target ?? null, against };
}

const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);
/** One of a thousand fails, all the time. */
const steady = (at: number) => (at % 10 === 0 ? { good: 99, bad: 1 } : {});
/** Ten minutes in which half fails. */
const outage = (at: number) => (at >= 9000 && at < 9010 ? { good: 50, bad: 50 } : {});

describe('suggesting a target', () => {
  it('takes the highest that was kept at every moment', () => {
    const found = suggested(10, steady);
    expect(found).toMatchObject({ target: 0.998, kept: 0.998 });
    expect(found.against['0.9995']).toContain('overspent');
    expect(codes(found.doubts)).toEqual(['no-incidents']);
  });

  it('prefers one that catches what others that were kept would miss', () => {
    const incidents = [{ id: 'INC-1', from: start + 9000, to: start + 9010 }];
    const found = suggested(10, outage, incidents, [0.95, 0.998, 0.999]);
    expect(found.target).toBe(0.999);
    expect(found.against['0.95']).toEqual(['misses']);
  });

  it('does not hold against a target what only one that was not kept would catch', () => {
    const incidents = [{ id: 'INC-1', from: start + 9000, to: start + 9010 }];
    const found = suggested(10, outage, incidents, [0.95, 0.9999]);
    expect(found.against['0.9999']).toEqual(['overspent']);
    expect(found.target).toBe(0.95);
    expect(found.doubts).toContainEqual({ code: 'uncaught', incidents: ['INC-1'] });
  });

  it('names incidents that no target that suits would have paged for', () => {
    const incidents = [{ id: 'INC-1', from: start + 100, to: start + 110 }];
    const found = suggested(10, outage, incidents);
    expect(found.target).not.toBeNull();
    expect(found.doubts).toContainEqual({ code: 'uncaught', incidents: ['INC-1'] });
  });

  it('suggests nothing where nothing was kept, or alerts could not fire', () => {
    const found = suggested(10, () => ({ good: 50, bad: 50 }), [], [0.9, 0.99]);
    expect(found.target).toBeNull();
    expect(found.against['0.9']).toContain('dead');
  });

  it('tells what was kept where no candidate suits, a lower target cut to five percent', () => {
    const failing = (bad: number) => suggested(2, () => ({ good: 100 - bad, bad }));
    expect(failing(30)).toMatchObject({ target: null, kept: 0.7 });
    expect(failing(51)).toMatchObject({ target: null, kept: 0 });
    // So low that no page could fire: kept, and yet not suggested.
    expect(suggested(2, () => ({}), [], [0.9])).toMatchObject({ target: null, kept: 0.9 });
    // The worst moment counts, and not the mean.
    const late = suggested(10, (at) => (at > 8 * day ? { good: 60, bad: 40 } : {}));
    expect(late).toMatchObject({ target: null, kept: 0.85 });
  });

  it('promises no more than a short history without failures proves', () => {
    const found = suggested(1, () => ({ good: 1 }));
    expect(found.target).toBe(0.995);
    expect(found.against['0.998']).toEqual(['unproven']);
    expect(codes(found.doubts)).toEqual(['short', 'no-failures', 'no-incidents']);
    expect(found.doubts[1]).toEqual({ code: 'no-failures', provenTarget: 1 - 3 / 1440 });
  });

  it('says when traffic is so low that few failures spend the budget, and refuses it for one', () => {
    const found = suggested(7, (at) => ({
      good: 0,
      bad: 0,
      excluded: 1,
      ...(at % 60 === 0 && { good: 1 }),
    }));
    const [first] = found.judged;
    expect(codes(first?.against ?? [])).toContain('too-few');
    expect(codes(found.doubts)).toContain('low-traffic');
  });
});
