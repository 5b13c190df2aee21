import type { Reason } from '../lines/log-event.ts';

/** A line that could not be counted, as a sample. */
export interface Sample {
  /** Counted from 1, blank lines too. */
  readonly line: number;
  /** Its beginning; what is not UTF-8 is replaced. */
  readonly text: string;
}

/** The lines that could not be counted for one reason. */
export interface Unparsed {
  readonly reason: Reason;
  readonly count: number;
  readonly samples: readonly Sample[];
}

const sampleBytes = 200;

/** Counts what could not be counted, and keeps the first few of each reason. */
export function createUnparsedLedger(most: number) {
  const found = new Map<Reason, { count: number; samples: Sample[] }>();
  return {
    add(reason: Reason, line: number, bytes: Buffer, from: number, to: number): void {
      let one = found.get(reason);
      if (one === undefined) {
        one = { count: 0, samples: [] };
        found.set(reason, one);
      }
      one.count += 1;
      if (one.samples.length >= most) return;
      const text = bytes.toString('utf8', from, Math.min(to, from + sampleBytes));
      one.samples.push({ line, text });
    },
    list: (): readonly Unparsed[] => [...found].map(([reason, one]) => ({ reason, ...one })),
  };
}
