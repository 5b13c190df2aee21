import type { Ledger } from '../budget/index.ts';
import type { Correction, Mask } from '../corrections/index.ts';
import type { Minute, Span } from '../minutes/index.ts';

/** What one correction took out of a budget. */
export interface CorrectedShare {
  readonly correction: Correction;
  /** From its first minute in the span until its last. */
  readonly from: Minute;
  readonly to: Minute;
  /** Bad units that count no more for its sake. */
  readonly bad: number;
  readonly minutes: number;
}

/**
 * Divides what corrections took out among them: a minute, or a slice, that several touch is counted
 * for the one that began first. Together they are just what the two ledgers differ by.
 * @param raw the minutes without corrections, cell by cell as `ledger`
 */
export function correctedShares(
  raw: Ledger,
  ledger: Ledger,
  { declared }: Mask,
  span: Span,
): readonly CorrectedShare[] {
  const size = ledger.cellMinutes;
  const first = Math.max(Math.ceil(span.from / size), ledger.firstCell);
  const last = Math.min(Math.floor(span.to / size), ledger.firstCell + ledger.cells);
  const shares = new Map<Correction, CorrectedShare>();
  let done = { cell: first, minute: span.from };
  for (const { span: drawn, correction } of declared) {
    const [from, to] = [Math.max(drawn.from, span.from), Math.min(drawn.to, span.to)];
    if (to <= from) continue;
    const cells = {
      from: Math.max(Math.floor(from / size), done.cell),
      to: Math.min(Math.ceil(to / size), last),
    };
    const taken = cells.to > cells.from ? badIn(raw, cells) - badIn(ledger, cells) : 0;
    const minutes = Math.max(to - Math.max(from, done.minute), 0);
    done = { cell: Math.max(done.cell, cells.to), minute: Math.max(done.minute, to) };
    const before = shares.get(correction) ?? { correction, from, to, bad: 0, minutes: 0 };
    shares.set(correction, {
      ...{ correction, from: before.from, to: Math.max(before.to, to) },
      ...{ bad: before.bad + taken, minutes: before.minutes + minutes },
    });
  }
  return [...shares.values()];
}

function badIn({ bad, firstCell }: Ledger, cells: Span): number {
  return (bad[cells.to - firstCell] ?? 0) - (bad[cells.from - firstCell] ?? 0);
}
