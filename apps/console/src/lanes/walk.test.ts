import { describe, expect, it } from 'vitest';
import { leaseWith } from '../../test/leases.ts';
import { axisMoments } from './axis.ts';
import type { Bar, Lane } from './layout.ts';
import { walk } from './walk.ts';

const bar = (id: string, x: number): Bar => ({
  lease: leaseWith({ id }),
  row: 0,
  x,
  width: 0.1,
  ahead: null,
  free: 1,
});
const lane = (environment: string, ...bars: Bar[]): Lane => ({
  environment,
  production: false,
  rows: 1,
  bars,
  ticks: [],
});
const lanes = [
  lane('production', bar('a', 0.1), bar('b', 0.8)),
  lane('sandbox'),
  lane('staging', bar('c', 0.2), bar('d', 0.7)),
];

describe('walking the lanes by arrow keys', () => {
  it('goes along the lane and stops at its ends', () => {
    expect(walk(lanes, 'a', 'ArrowRight')).toBe('b');
    expect(walk(lanes, 'b', 'ArrowRight')).toBe('b');
    expect(walk(lanes, 'b', 'Home')).toBe('a');
  });

  it('goes to the nearest in time of the next lane that has any', () => {
    expect(walk(lanes, 'b', 'ArrowDown')).toBe('d');
    expect(walk(lanes, 'c', 'ArrowUp')).toBe('a');
    expect(walk(lanes, 'a', 'ArrowUp')).toBe('a');
  });

  it('begins at the first when the one it stood on is gone', () => {
    expect(walk(lanes, 'gone', 'ArrowRight')).toBe('a');
  });
});

describe('axisMoments', () => {
  const hour = 3_600_000;

  it('writes round hours of the reader’s clock', () => {
    const from = Date.parse('2026-11-21T08:20:00Z');
    const offset = 5.5 * hour;
    const moments = axisMoments({ from, to: from + 8 * hour }, 8, offset);
    expect(moments.map((at) => (at + offset) % hour)).toEqual(moments.map(() => 0));
    expect(moments.length).toBeLessThanOrEqual(9);
  });

  it('writes no more than fit', () => {
    expect(axisMoments({ from: 0, to: 16 * hour }, 4, 0)).toHaveLength(5);
  });
});
