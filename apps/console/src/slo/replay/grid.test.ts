import { describe, expect, it } from 'vitest';
import { gridOf, placeOf } from './grid.ts';

describe('the targets of the slider', () => {
  it('run from 99 to 99.99 in order, with those that the SLO has', () => {
    const grid = gridOf([99.37, 99.9]);
    expect([grid[0], grid.at(-1)]).toEqual([99, 99.99]);
    expect(grid).toContain(99.37);
    expect(grid).toEqual([...new Set(grid)].toSorted((a, b) => a - b));
  });

  it.each([[5], [50.5], [98], [99.9], [99.9995], [99.99999]])(
    'are few enough for one call, and reach %s %%',
    (own) => {
      const grid = gridOf([own, 99.5]);
      expect(grid.length).toBeLessThanOrEqual(50);
      expect(grid).toContain(own);
    },
  );

  it('are found by what is typed, or the nearest is', () => {
    const grid = gridOf([99.9]);
    expect(grid[placeOf(grid, 99.9)]).toBe(99.9);
    expect(grid[placeOf(grid, 99.912)]).toBe(99.91);
    expect(grid[placeOf(grid, 5)]).toBe(99);
  });
});
