import type { Terminal } from '@xterm/xterm';

/** Titles, colours of the palette, links, clipboard, notes and marks of other programs: none of them is drawing. */
const operatingSystemCommands = [
  ...[0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 50, 52, 99],
  ...[104, 105, 106, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 133, 633, 777, 1337],
];

/** Sequences of which the terminal does as many rounds as they say, up to 2³¹ (xterm.js 6, `InputHandler.ts`). */
const rounds = ['b', 'I', 'Z', 'L', 'M', 'S', 'T'];

/** Modes by which a program asks for mouse and focus: then nobody could select text. */
const listening = new Set([9, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1015, 1016]);

/**
 * Lets a recording do nothing on a terminal but draw on it. The server takes such sequences out
 * already; whoever made the recording may have found a way past that.
 */
export function guard({ parser, cols, rows }: Pick<Terminal, 'parser' | 'cols' | 'rows'>): void {
  const swallow = () => true;
  for (const code of operatingSystemCommands) parser.registerOscHandler(code, swallow);
  for (const final of rounds) {
    // More than the screen has does what all of the screen does, or is no drawing.
    parser.registerCsiHandler({ final }, (parameters) => first(parameters) > cols + rows);
  }
  // Windows, and everything that would be answered.
  for (const final of ['t', 'n', 'c']) parser.registerCsiHandler({ final }, swallow);
  for (const final of ['n', 'c', 'u', 'S']) {
    parser.registerCsiHandler({ prefix: '?', final }, swallow);
  }
  for (const prefix of ['>', '=']) parser.registerCsiHandler({ prefix, final: 'c' }, swallow);
  for (const prefix of ['>', '<', '=']) parser.registerCsiHandler({ prefix, final: 'u' }, swallow);
  parser.registerCsiHandler({ intermediates: '$', final: 'p' }, swallow);
  parser.registerCsiHandler({ prefix: '?', intermediates: '$', final: 'p' }, swallow);
  parser.registerDcsHandler({ intermediates: '$', final: 'q' }, swallow);
  parser.registerDcsHandler({ intermediates: '+', final: 'q' }, swallow);
  parser.registerDcsHandler({ final: 'q' }, swallow);
  parser.registerCsiHandler({ prefix: '?', final: 'h' }, (parameters) =>
    parameters.some((mode) => typeof mode === 'number' && listening.has(mode)),
  );
}

function first([parameter]: (number | number[])[]): number {
  return typeof parameter === 'number' ? parameter : Number(parameter?.[0] ?? 0);
}
