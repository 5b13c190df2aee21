import { type Canvas, fill } from './canvas.ts';
import { glyphOf, glyphSize } from './glyphs.ts';

/** Canvas pixels for each pixel of a letter. */
const scale = 3;

/** Height of a line's letters without tails, and the distance of one line from the next. */
export const textHeight = 7 * scale;

export interface TextPlace {
  /** Left edge, right edge or middle, as `align` says. */
  readonly x: number;
  readonly y: number;
  readonly align?: 'left' | 'right' | 'middle';
  readonly colour: number;
}

export function textWidth(text: string): number {
  return Math.max(Array.from(text).length * glyphSize.step - 1, 0) * scale;
}

/** As much of a text as fits into so many pixels; what is cut off ends with two dots. */
export function fitText(text: string, width: number): string {
  const most = Math.floor((width / scale + 1) / glyphSize.step);
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  return most < 3 ? '' : `${letters.slice(0, most - 2).join('')}..`;
}

/** Writes one line; `y` is the top of its letters. */
export function writeText(canvas: Canvas, text: string, place: TextPlace): void {
  const { align = 'left', colour, y } = place;
  const width = textWidth(text);
  const shift = { left: 0, middle: width / 2, right: width }[align];
  let x = Math.round(place.x - shift);
  for (const letter of text) {
    writeGlyph(canvas, glyphOf(letter), { x, y, colour });
    x += glyphSize.step * scale;
  }
}

function writeGlyph(
  canvas: Canvas,
  rows: readonly (readonly boolean[])[],
  { x, y, colour }: Pick<TextPlace, 'x' | 'y' | 'colour'>,
): void {
  const on = (column: number, row: number) => rows[row]?.[column] === true;
  const box = (column: number, row: number, width: number, height: number, dx = 0, dy = 0) =>
    fill(canvas, { x: x + column * scale + dx, y: y + row * scale + dy, width, height }, colour);
  rows.forEach((pixels, row) =>
    pixels.forEach((isOn, column) => {
      if (isOn) return box(column, row, scale, scale);
      // Steps of a slope are filled at their corners, so that it reads as a line.
      for (const [dx, dy] of corners) {
        const meets = on(column + dx, row) && on(column, row + dy) && !on(column + dx, row + dy);
        if (meets) box(column, row, 1, 1, dx < 0 ? 0 : scale - 1, dy < 0 ? 0 : scale - 1);
      }
    }),
  );
}

const corners = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;
