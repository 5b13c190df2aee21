import type { Colour } from './encode-png.ts';

/** Places in the palette. Shapes, places and numbers tell things apart as well, never colour alone. */
export const colours = {
  paper: 0,
  ink: 1,
  faint: 2,
  line: 3,
  good: 4,
  bad: 5,
  burn: 6,
  lease: 7,
  band: 8,
} as const;

/** One set for Slack's light and dark: the picture brings its own paper. */
export const palette: readonly Colour[] = [
  [255, 255, 255],
  [31, 35, 40],
  [89, 99, 110],
  [222, 226, 231],
  [150, 178, 212],
  [196, 38, 46],
  [138, 84, 0],
  [38, 103, 176],
  [255, 241, 229],
];
