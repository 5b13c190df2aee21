const most = 50;

/**
 * The targets that the slider stops at, in percent and in order: close together where a budget
 * halves from one to the next. Those that an SLO has now are among them.
 */
export function gridOf(own: readonly number[]): readonly number[] {
  const usual = [...steps(99, 99.9, 0.05), ...steps(99.91, 99.99, 0.01)];
  const least = Math.min(...own);
  const below = least >= 99 ? [] : steps(Math.max(Math.floor(least) - 1, 1), 98.9, 0.5);
  const above = Math.max(...own) > 99.99 ? steps(99.991, 99.999, 0.001) : [];
  // Of many below 99 every so many-th is left: a call may ask for fifty.
  const room = most - usual.length - above.length - own.length;
  const every = Math.max(Math.ceil(below.length / room), 1);
  const some = below.filter((_, index) => index % every === 0);
  return [...new Set([...some, ...usual, ...above, ...own])].toSorted((a, b) => a - b);
}

function steps(from: number, to: number, step: number): readonly number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => round(from + index * step));
}

/** Percent without the noise of binary. */
export function round(percent: number): number {
  return Math.round(percent * 1e7) / 1e7;
}

/** The place of a target on the slider, or of the one next to it. */
export function placeOf(grid: readonly number[], target: number): number {
  const distance = (index: number) => Math.abs((grid[index] ?? 0) - target);
  return grid.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
}
