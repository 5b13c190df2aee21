import type uPlot from 'uplot';
import type { Colours } from './use-colours.ts';

/** A stretch of time that is hatched: what corrections took out. Seconds since 1970. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** A moment at which somebody was told. Seconds since 1970. */
export interface Mark {
  readonly at: number;
  readonly severity: 'page' | 'ticket';
}

const gap = 6;

/** Hatches bands behind the lines. */
export function drawBands(plot: uPlot, bands: readonly Band[], { hatch }: Colours): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const { from, to } of bands) {
    const left = plot.valToPos(from, 'x', true);
    const width = Math.max(plot.valToPos(to, 'x', true) - left, 2);
    hatchBox(ctx, { left, width, top: bbox.top, height: bbox.height }, hatch);
  }
  ctx.restore();
}

function hatchBox(
  ctx: CanvasRenderingContext2D,
  { left, width, top, height }: Readonly<Record<'left' | 'width' | 'top' | 'height', number>>,
  colour: string,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  const step = gap * devicePixelRatio;
  for (let x = left - height; x < left + width; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

/** Draws pages as filled, tickets as open triangles at the upper edge: never by colour alone. */
export function drawMarks(
  plot: uPlot,
  marks: readonly Mark[],
  { bad, wait, surface }: Colours,
): void {
  const { ctx, bbox } = plot;
  const size = 5 * devicePixelRatio;
  ctx.save();
  for (const { at, severity } of marks) {
    const x = plot.valToPos(at, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = severity === 'page' ? bad : wait;
    ctx.fillStyle = severity === 'page' ? bad : surface;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(x - size, bbox.top);
    ctx.lineTo(x + size, bbox.top);
    ctx.lineTo(x, bbox.top + size * 1.6);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}
