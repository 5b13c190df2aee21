import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AlarmStretch, alarmMinutes } from './alarm-minutes.ts';

const stretch = (from: number, to: number, state: 'good' | 'bad'): AlarmStretch => ({
  ...{ from: from * 1000, to: to * 1000, state },
});

it('calls a minute bad in which the alarm was raised at any time, and no other', () => {
  const minutes = alarmMinutes(
    [stretch(0, 119.5, 'good'), stretch(119.5, 180, 'bad'), stretch(180, 300, 'good')],
    { from: 0, to: 4 },
  );
  expect(minutes.map(({ good, bad }) => [good, bad])).toEqual([
    [1, 0],
    [0, 1],
    [0, 1],
    [1, 0],
  ]);
});

it('measures as much as the stretches cover, and one slice for each minute that they touch', () => {
  const steps = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })),
    { maxLength: 8 },
  );
  const prop = fc.property(steps, (given) => {
    let at = 0;
    const stretches = given.map(([gap, length], index) => {
      const from = at + gap;
      at = from + length;
      return stretch(from, at, index % 2 === 0 ? 'good' : 'bad');
    });
    const minutes = alarmMinutes(stretches, { from: 0, to: 100 });
    const covered = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(minutes.reduce((sum, { measured }) => sum + measured, 0)).toBe(covered);
    expect(minutes.every(({ good, bad, measured }) => good + bad === 1 && measured <= 60_000)).toBe(
      true,
    );
  });
  fc.assert(prop, { numRuns: 100 });
});
