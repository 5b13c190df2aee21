import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MinuteSums, type Piece } from './tally.ts';

const events = fc.integer({ min: 0, max: 2 ** 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const pieces = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 400_000 }), events, events, share), { maxLength: 30 })
  .map((steps) => {
    let at = 12_345;
    return steps.map(([length, good, bad, clients]): Piece => {
      const from = at;
      at += length;
      const clientErrors = Math.floor((good + bad) * clients);
      return { from, to: at, good, bad, clientErrors };
    });
  });

it('lays pieces over minutes without losing or making an event, nor more than a minute of one', () => {
  const prop = fc.property(pieces, (given) => {
    const sums = new MinuteSums({ from: 0, to: 1000 }, 60_000);
    sums.add(given);
    const minutes = sums.minutes();
    for (const kind of ['good', 'bad', 'clientErrors'] as const) {
      const laid = minutes.reduce((sum, minute) => sum + minute[kind], 0);
      expect(laid).toBe(given.reduce((sum, piece) => sum + piece[kind], 0));
    }
    for (const { good, bad, clientErrors, measured } of minutes) {
      expect(clientErrors).toBeLessThanOrEqual(good + bad);
      expect(
        [good, bad, clientErrors, measured].every(
          (each) => Number.isSafeInteger(each) && each >= 0,
        ),
      ).toBe(true);
      expect(measured).toBeLessThanOrEqual(60_000);
    }
  });
  fc.assert(prop, { numRuns: 100 });
});

it('says the same of a minute, whatever span it is asked in', () => {
  const prop = fc.property(pieces, fc.integer({ min: 0, max: 60 }), (given, minute) => {
    const [whole, one] = [
      new MinuteSums({ from: 0, to: 1000 }, 15_000),
      new MinuteSums({ from: minute, to: minute + 1 }, 15_000),
    ];
    whole.add(given);
    one.add(given);
    expect(one.minutes()).toEqual(whole.minutes().filter((each) => each.minute === minute));
  });
  fc.assert(prop, { numRuns: 100 });
});
