import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { colours, palette } from './colours.ts';
import { drawLanesPicture } from './draw-lanes-picture.ts';
import type { LanesPicture } from './lanes-picture.ts';

const minute = 60_000;
const picture: LanesPicture = {
  ...{ from: 0, to: 60 * minute, title: 'shop-availability  99.9%', bucketMs: minute },
  labels: { good: '✓ good', bad: '✕ bad', burn: 'burn' },
  points: Array.from({ length: 60 }, (_, index) => ({
    ...{ to: (index + 1) * minute, good: 20, bad: index < 50 ? 0 : 10 },
  })),
  ...{ budgetShare: 0.001, factor: 14.4 },
  ...{ beganAt: 50 * minute, firedAt: 55 * minute, resolvedAt: null },
  lanes: [
    {
      ...{ name: 'production', kind: 'leases', bars: [{ from: 10 * minute, to: 30 * minute }] },
      marks: [{ at: 48 * minute, number: 1 }],
    },
    { name: '▲', kind: 'alert', bars: [{ from: 55 * minute, to: 60 * minute }], marks: [] },
  ],
  ticks: [{ at: 30 * minute, label: '09:30' }],
};

/** Reads a PNG as any viewer would: each chunk's sum is checked, rows have no filter. */
function read(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  expect(rows.length).toBe((width + 1) * height);
  expect(chunks.get('PLTE')?.length).toBe(palette.length * 3);
  /** Colours of one column. */
  const column = (x: number) =>
    Array.from({ length: height }, (_, y) => rows[y * (width + 1) + 1 + x]);
  return { width, height, column };
}

describe('the picture of a page', () => {
  it('shows when it failed, who had what, and when it fired, on one axis', () => {
    const { width, height, column } = read(drawLanesPicture(picture));
    expect([width, height]).toEqual([1200, 516]);
    // The hour lies between 230 and 1090.
    const at = (minutes: number) => column(Math.round(230 + ((minutes + 0.4) / 60) * 860));
    expect(at(20)).not.toContain(colours.bad);
    expect(at(20)).toContain(colours.lease);
    expect(at(52)).toContain(colours.bad);
    expect(at(52)).toContain(colours.burn);
    expect(at(52)).not.toContain(colours.lease);
    expect(at(40)).not.toContain(colours.burn);
  });

  it('is drawn whatever names, figures and moments it is given', () => {
    const odd: LanesPicture = {
      ...{
        ...picture,
        title: '注文の可用性'.repeat(90),
        points: [],
        factor: null,
        budgetShare: 1e-9,
      },
      ...{ beganAt: -1e9, firedAt: 1e15, resolvedAt: 1e15 },
      lanes: [
        {
          ...{ name: 'a-very-long-environment-name', kind: 'leases' },
          bars: [{ from: -1e15, to: 1e15 }],
          marks: [{ at: 1e15, number: 4 }],
        },
      ],
    };
    expect(read(drawLanesPicture(odd)).width).toBe(1200);
    const one = { ...picture, points: [{ to: minute, good: 0, bad: 1e9 }] };
    expect(read(drawLanesPicture(one)).column(235)).toContain(colours.bad);
  });
});
