import type { Lane } from './layout.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
const arrows: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
];

export function isArrow(key: string): key is Arrow {
  return arrows.includes(key);
}

/** The lease that an arrow key leads to: along the lane by time, up and down to the nearest of another lane. */
export function walk(lanes: readonly Lane[], from: string, arrow: Arrow): string {
  const lane = lanes.findIndex(({ bars }) => bars.some((bar) => bar.lease.id === from));
  const bars = lanes[lane]?.bars ?? [];
  const at = bars.findIndex((bar) => bar.lease.id === from);
  const here = bars[at];
  if (here === undefined) return lanes.flatMap((each) => each.bars)[0]?.lease.id ?? from;
  if (arrow === 'Home') return bars[0]?.lease.id ?? from;
  if (arrow === 'End') return bars[bars.length - 1]?.lease.id ?? from;
  if (arrow === 'ArrowLeft') return bars[at - 1]?.lease.id ?? from;
  if (arrow === 'ArrowRight') return bars[at + 1]?.lease.id ?? from;
  const rest = arrow === 'ArrowUp' ? lanes.slice(0, lane).reverse() : lanes.slice(lane + 1);
  const next = rest.find((each) => each.bars.length > 0)?.bars ?? [];
  const distance = (x: number) => Math.abs(x - here.x);
  return [...next].sort((a, b) => distance(a.x) - distance(b.x))[0]?.lease.id ?? from;
}
