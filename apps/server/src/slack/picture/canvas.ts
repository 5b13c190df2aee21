/** A picture in few colours: each pixel is a place in the palette. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function createCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(width * height) };
}

/** Fills a box, as far as it lies on the canvas; fractions are rounded to whole pixels. */
export function fill({ width, height, pixels }: Canvas, box: Box, colour: number): void {
  const left = Math.max(Math.round(box.x), 0);
  const right = Math.min(Math.round(box.x + box.width), width);
  const top = Math.max(Math.round(box.y), 0);
  const bottom = Math.min(Math.round(box.y + box.height), height);
  if (left >= right) return;
  for (let y = top; y < bottom; y += 1) pixels.fill(colour, y * width + left, y * width + right);
}

/** A dashed line of two pixels, across or down. */
export function dash(canvas: Canvas, box: Box, colour: number): void {
  const across = box.width > box.height;
  const length = across ? box.width : box.height;
  for (let at = 0; at < length; at += 12) {
    const size = Math.min(6, length - at);
    const piece = across
      ? { ...box, x: box.x + at, width: size }
      : { ...box, y: box.y + at, height: size };
    fill(canvas, piece, colour);
  }
}
