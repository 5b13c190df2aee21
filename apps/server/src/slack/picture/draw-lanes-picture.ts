import { type Box, type Canvas, createCanvas, dash, fill } from './canvas.ts';
import { colours, palette } from './colours.ts';
import { encodePng } from './encode-png.ts';
import type { LanesPicture, PictureLane } from './lanes-picture.ts';
import { fitText, textHeight, textWidth, writeText } from './write-text.ts';

const width = 1200;
const left = 230;
const right = 110;
const plotWidth = width - left - right;
const countsBox: Box = { x: left, y: 60, width: plotWidth, height: 150 };
const burnBox: Box = { x: left, y: 236, width: plotWidth, height: 110 };
const firstLane = 372;
const laneHeight = 44;
const axisHeight = 56;

/** Draws the hours around a page: good and bad, burn, and under them the lanes, on one axis of time. */
export function drawLanesPicture(picture: LanesPicture): Buffer {
  const { lanes, ticks, firedAt } = picture;
  const bottom = firstLane + lanes.length * laneHeight;
  const canvas = createCanvas(width, bottom + axisHeight);
  const scene: Scene = { canvas, picture, at: placer(picture) };
  drawAlert(scene, bottom);
  for (const { at, label } of ticks) {
    fill(
      canvas,
      { x: scene.at(at), y: countsBox.y, width: 2, height: bottom - countsBox.y },
      colours.line,
    );
    const place = { x: scene.at(at), y: bottom + 18, align: 'middle' } as const;
    writeText(canvas, label, { ...place, colour: colours.faint });
  }
  writeText(canvas, fitText(picture.title, width - 60), { x: 30, y: 22, colour: colours.ink });
  drawCounts(scene);
  drawBurn(scene);
  lanes.forEach((lane, index) => drawLane(scene, lane, firstLane + index * laneHeight));
  const line = {
    x: scene.at(firedAt),
    y: countsBox.y - 8,
    width: 3,
    height: bottom - countsBox.y + 8,
  };
  dash(canvas, line, colours.ink);
  return encodePng(canvas, palette);
}

interface Scene {
  readonly canvas: Canvas;
  readonly picture: LanesPicture;
  /** Where a moment stands, in pixels from the left. */
  readonly at: (moment: number) => number;
}

function placer({ from, to }: LanesPicture) {
  const scale = plotWidth / Math.max(to - from, 1);
  return (moment: number) => left + Math.min(Math.max((moment - from) * scale, 0), plotWidth);
}

/** The time in which it burned, from its beginning to its end, behind everything. */
function drawAlert({ canvas, picture, at }: Scene, bottom: number): void {
  const { beganAt, to, resolvedAt } = picture;
  const x = at(beganAt);
  const end = at(resolvedAt ?? to);
  fill(canvas, { x, y: countsBox.y, width: end - x, height: bottom - countsBox.y }, colours.band);
}

function drawCounts({ canvas, picture, at }: Scene): void {
  const { points, bucketMs } = picture;
  const most = Math.max(...points.map(({ good, bad }) => good + bad), 1);
  const { y, height } = countsBox;
  const baseline = y + height;
  for (const { to, good, bad } of points) {
    const x = at(to - bucketMs);
    const column = Math.max(at(to) - x - 1, 1);
    // What failed is never too little to be seen.
    const failed = bad === 0 ? 0 : Math.max((bad / most) * height, 4);
    const rest = Math.min((good / most) * height, height - failed);
    fill(canvas, { x, y: baseline - rest, width: column, height: rest }, colours.good);
    const top = { x, y: baseline - rest - failed, width: column, height: failed };
    fill(canvas, top, colours.bad);
  }
  fill(canvas, { x: left, y: baseline, width: plotWidth, height: 2 }, colours.faint);
  side(canvas, picture.labels.bad, y + 8, colours.bad);
  side(canvas, picture.labels.good, y + height - textHeight - 8, colours.ink);
  scale(canvas, String(Math.round(most)), y);
}

function drawBurn({ canvas, picture, at }: Scene): void {
  const { points, bucketMs, budgetShare, factor } = picture;
  const burns = points.map(({ good, bad }) =>
    good + bad === 0 ? 0 : bad / (good + bad) / budgetShare,
  );
  const most = Math.max(...burns, (factor ?? 1) * 1.5, 1);
  const { y, height } = burnBox;
  const baseline = y + height;
  points.forEach(({ to }, index) => {
    const x = at(to - bucketMs);
    const burn = burns[index] ?? 0;
    const size = burn === 0 ? 0 : Math.max((burn / most) * height, 2);
    const column = { x, y: baseline - size, width: Math.max(at(to) - x, 1), height: size };
    fill(canvas, column, colours.burn);
  });
  fill(canvas, { x: left, y: baseline, width: plotWidth, height: 2 }, colours.faint);
  side(canvas, picture.labels.burn, y + (height - textHeight) / 2, colours.burn);
  scale(canvas, `${figure(most)}×`, y);
  if (factor === null) return;
  const level = baseline - (factor / most) * height;
  dash(canvas, { x: left, y: level, width: plotWidth, height: 2 }, colours.ink);
  // The top of the scale has its own words.
  if (level - y > 2 * textHeight) scale(canvas, `${figure(factor)}×`, level - textHeight / 2);
}

function drawLane({ canvas, at }: Scene, lane: PictureLane, y: number): void {
  fill(canvas, { x: left, y, width: plotWidth, height: 2 }, colours.line);
  side(canvas, lane.name, y + (laneHeight - textHeight) / 2, colours.ink);
  for (const { from, to } of lane.bars) {
    const x = at(from);
    const bar = { x, y: y + 10, width: Math.max(at(to) - x, 4), height: laneHeight - 18 };
    fill(canvas, bar, lane.kind === 'alert' ? colours.bad : colours.lease);
  }
  for (const { at: moment, number } of lane.marks) {
    const x = at(moment);
    fill(canvas, { x: x - 2, y: y + 4, width: 4, height: laneHeight - 6 }, colours.ink);
    if (number !== null) flag(canvas, String(number), x, y);
  }
}

/** A number on paper of its own, so that it can be read on a bar. */
function flag(canvas: Canvas, text: string, x: number, y: number): void {
  const size = textWidth(text) + 12;
  const from = x + size > width - 4 ? x - size : x;
  fill(canvas, { x: from, y: y + 4, width: size, height: textHeight + 12 }, colours.ink);
  writeText(canvas, text, { x: from + 6, y: y + 10, colour: colours.paper });
}

function side(canvas: Canvas, text: string, y: number, colour: number): void {
  writeText(canvas, fitText(text, left - 44), { x: left - 16, y, align: 'right', colour });
}

function scale(canvas: Canvas, text: string, y: number): void {
  const place = { x: left + plotWidth + 12, y, colour: colours.faint };
  writeText(canvas, fitText(text, right - 14), place);
}

function figure(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
