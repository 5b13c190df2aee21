import type { Counted } from '@sekisho/counting';

/** How many lines were read, and how many of them were not understood. */
export interface LinesRead {
  readonly lines: number;
  readonly unparsed: readonly {
    readonly reason: string;
    readonly lines: number;
    /** What the first of them looked like; see `shapeOf`. */
    readonly shape: string;
  }[];
}

export const noLines: LinesRead = { lines: 0, unparsed: [] };

/** What became of the same lines under several definitions: as the one has it that understood least. */
export function linesRead(counted: readonly Pick<Counted, 'lines' | 'unparsed'>[]): LinesRead {
  const lost = ({ unparsed }: Pick<Counted, 'unparsed'>) =>
    unparsed.reduce((sum, { count }) => sum + count, 0);
  const [worst] = counted.toSorted((a, b) => lost(b) - lost(a));
  if (worst === undefined) return noLines;
  return {
    lines: worst.lines,
    unparsed: worst.unparsed.map(({ reason, count, samples }) => ({
      ...{ reason, lines: count },
      shape: shapeOf(samples[0]?.text ?? ''),
    })),
  };
}

const longest = 120;

/**
 * What a line looks like, without what it says: each letter is `a`, each digit `9`. It shows why a line
 * is not understood; who the user was, and the secrets in its address, are nobody's business.
 */
export function shapeOf(line: string): string {
  const letters = line.replaceAll(/\p{L}/gu, 'a').replaceAll(/\p{N}/gu, '9');
  const runs = letters.replaceAll(/a{4,}/g, 'aaa…').replaceAll(/9{5,}/g, '9999…');
  // Control characters could speak to a terminal, and the database takes no zeroes.
  const plain = runs.replaceAll(/[^\P{C}\t]/gu, '·');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
