import type { Ledger } from '../budget/index.ts';
import type { Minute, Span } from '../minutes/index.ts';

/** Kinds of causes, the first to be believed: of several that cover a minute the earlier kind has it. */
export const causeKinds = ['incident', 'deploy', 'operation', 'lease', 'page'] as const;
export type CauseKind = (typeof causeKinds)[number];

/** Something that may have made minutes bad, and when it did. */
export interface Cause {
  readonly id: string;
  /** A `page` is no cause: it only says that somebody was told while nothing explained it. */
  readonly kind: CauseKind;
  readonly spans: readonly Span[];
}

/** What a cause took of the budget. */
export interface Share {
  readonly cause: Cause;
  /** Units that count for it, and for nothing else. */
  readonly bad: number;
  /** Minutes in which these are. */
  readonly minutes: number;
  /** Everything bad while it lasted, whatever it counts for. */
  readonly touched: number;
}

export interface Attribution {
  /** All that was measured as bad; the shares and `unexplained` sum to just this. */
  readonly bad: number;
  /** Those that something bad happened in, in the order in which they are believed. */
  readonly shares: readonly Share[];
  /** Bad units that no cause covers; those of `page` causes are among them. */
  readonly unexplained: number;
  /** Part of `unexplained` in which a page was on. */
  readonly paged: number;
  /** When the unexplained happened, the worst first. */
  readonly stretches: readonly Stretch[];
}

export interface Stretch extends Span {
  readonly bad: number;
  /** A page was on in some of it. */
  readonly paged: boolean;
}

/** Bad minutes this close together are one stretch. */
const nearMinutes = 30;
const nobody = -1;

/**
 * Divides what was bad in a span among its causes. Each cell (a minute, or a slice of time) belongs
 * as a whole to one: of those whose spans overlap it, the one of the first kind; among one kind the
 * one that began last, and then the one whose id comes first. So nothing counts twice, and sums are
 * as exact as the ledger's.
 */
export function attribute(ledger: Ledger, span: Span, causes: readonly Cause[]): Attribution {
  const ordered = causes.toSorted(byBelief);
  const { from, to } = cellsWithin(ledger, span);
  const owner = paint(ledger, from, to, ordered);
  const bad = ordered.map(() => 0);
  const cells = ordered.map(() => 0);
  const open: { cell: number; bad: number; paged: boolean }[] = [];
  let all = 0;
  for (let cell = from; cell < to; cell += 1) {
    const failed = badOf(ledger, cell);
    if (failed === 0) continue;
    all += failed;
    const who = owner[cell - from] ?? nobody;
    if (who !== nobody) {
      bad[who] = (bad[who] ?? 0) + failed;
      cells[who] = (cells[who] ?? 0) + 1;
    }
    const paged = ordered[who]?.kind === 'page';
    if (who === nobody || paged) open.push({ cell, bad: failed, paged });
  }
  const shares = ordered.map((cause, index) => ({
    ...{ cause, bad: bad[index] ?? 0, minutes: (cells[index] ?? 0) * ledger.cellMinutes },
    touched: touchedBy(ledger, from, to, cause),
  }));
  const sum = (some: readonly { readonly bad: number }[]) =>
    some.reduce((total, one) => total + one.bad, 0);
  return {
    bad: all,
    shares: shares.filter(({ cause, touched }) => cause.kind !== 'page' && touched > 0),
    unexplained: sum(open),
    paged: sum(open.filter(({ paged }) => paged)),
    stretches: stretchesOf(ledger, open),
  };
}

function byBelief(a: Cause, b: Cause): number {
  return (
    causeKinds.indexOf(a.kind) - causeKinds.indexOf(b.kind) ||
    beginOf(b) - beginOf(a) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

function beginOf({ spans }: Cause): Minute {
  return Math.min(...spans.map(({ from }) => from));
}

/** By cell, the place of the cause that has it; whoever is believed first is painted last. */
function paint(ledger: Ledger, from: number, to: number, ordered: readonly Cause[]): Int32Array {
  const owner = new Int32Array(Math.max(to - from, 0)).fill(nobody);
  for (const [index, cause] of [...ordered.entries()].reverse()) {
    for (const part of cellsOf(ledger, cause, from, to))
      owner.fill(index, part.from - from, part.to - from);
  }
  return owner;
}

/** The cells that a cause overlaps, each once. */
function cellsOf(
  { cellMinutes: size }: Ledger,
  { spans }: Cause,
  from: number,
  to: number,
): readonly Span[] {
  let done = from;
  return spans
    .filter((span) => span.to > span.from)
    .toSorted((a, b) => a.from - b.from)
    .flatMap((span) => {
      const first = Math.max(Math.floor(span.from / size), done);
      const last = Math.min(Math.ceil(span.to / size), to);
      if (last <= first) return [];
      done = last;
      return [{ from: first, to: last }];
    });
}

function touchedBy(ledger: Ledger, from: number, to: number, cause: Cause): number {
  return cellsOf(ledger, cause, from, to).reduce(
    (total, part) => total + sumOf(ledger, part.from, part.to),
    0,
  );
}

/** The cells that lie wholly in a span and are known. */
function cellsWithin({ cellMinutes: size, firstCell, cells }: Ledger, span: Span): Span {
  const from = Math.max(Math.ceil(span.from / size), firstCell);
  const to = Math.min(Math.floor(span.to / size), firstCell + cells);
  return { from, to: Math.max(from, to) };
}

function badOf(ledger: Ledger, cell: number): number {
  return sumOf(ledger, cell, cell + 1);
}

function sumOf({ bad, firstCell }: Ledger, from: number, to: number): number {
  return (bad[to - firstCell] ?? 0) - (bad[from - firstCell] ?? 0);
}

function stretchesOf(
  { cellMinutes: size }: Ledger,
  open: readonly { readonly cell: number; readonly bad: number; readonly paged: boolean }[],
): readonly Stretch[] {
  const stretches: { from: Minute; to: Minute; bad: number; paged: boolean }[] = [];
  for (const { cell, bad, paged } of open) {
    const [from, to] = [cell * size, (cell + 1) * size];
    const last = stretches.at(-1);
    if (last === undefined || from - last.to > nearMinutes) {
      stretches.push({ from, to, bad, paged });
      continue;
    }
    Object.assign(last, { to, bad: last.bad + bad, paged: last.paged || paged });
  }
  return stretches.toSorted((a, b) => b.bad - a.bad || a.from - b.from);
}
