import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToDay, emptyDay } from './day-block.ts';
import { decodeDay, encodeDay } from './encode-day.ts';

const value = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);
const days = fc
  .record({
    day: fc.integer({ min: -30_000, max: 60_000 }),
    points: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 1439 }),
        good: value,
        bad: value,
        clientErrors: value,
      }),
      { maxLength: 40 },
    ),
    measured: fc.integer({ min: 0, max: 60_000 }),
    steady: value,
  })
  .map(({ day, points, measured, steady }) => {
    const block = emptyDay(day);
    block.measured.fill(measured);
    block.excluded.fill(steady);
    for (const { at, ...counts } of points)
      for (const column of ['good', 'bad', 'clientErrors'] as const)
        block[column][at] = counts[column];
    return block;
  });

describe('a day in storage', () => {
  it('comes back exactly', () => {
    fc.assert(
      fc.property(days, (block) => {
        expect(decodeDay(encodeDay(block))).toEqual(block);
      }),
      { numRuns: 60 },
    );
  });

  it('takes some tens of bytes when nothing happened, and under four a minute of noise', () => {
    expect(encodeDay(emptyDay(20_000)).length).toBeLessThan(40);
    const noisy = emptyDay(20_000);
    for (let at = 0; at < 1440; at += 1)
      addToDay(noisy, 20_000 * 1440 + at, {
        good: 6000 + ((at * 7919) % 160),
        bad: at % 3,
        measured: 60_000,
      });
    expect(encodeDay(noisy).length).toBeLessThan(1440 * 4);
  });

  it('says so when any byte is lost or changed', () => {
    fc.assert(
      fc.property(days, fc.nat(), fc.integer({ min: 1, max: 255 }), (block, place, flip) => {
        const bytes = encodeDay(block);
        const at = place % bytes.length;
        expect(() => decodeDay(bytes.subarray(0, at))).toThrow(RangeError);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(() => decodeDay(bytes)).toThrow(RangeError);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses any bytes that it did not write, quickly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => decodeDay(bytes)).toThrow(RangeError);
      }),
    );
  });
});
