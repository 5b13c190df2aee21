import type { Host } from '../host.ts';

/** How an answer may look where it is going. */
export interface Style {
  readonly language: Host['language'];
  /** IANA zone of the reader. */
  readonly timeZone: string;
  readonly now: Date;
  /** Cells in a line. */
  readonly width: number;
  readonly glyphs: boolean;
  readonly coloured: boolean;
  /** Colours text where colour is wanted, and answers the text itself elsewhere. */
  readonly paint: (text: string, colour: Colour) => string;
}

export type Colour = 'red' | 'green' | 'yellow' | 'dim' | 'bold';

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** The style of what goes to standard output: colour and glyphs only for a terminal, and only when wanted. */
export function styleOf(host: Host, options: { readonly plain?: boolean }): Style {
  const rich = host.stdout.isTerminal && options.plain !== true;
  const coloured = rich && !host.env.NO_COLOR && host.env.TERM !== 'dumb';
  return {
    language: host.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    now: new Date(host.now()),
    width: Math.max(40, host.stdout.columns),
    glyphs: rich,
    coloured,
    paint: (text, colour) => {
      const [on, off] = codes[colour];
      return coloured ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    },
  };
}
