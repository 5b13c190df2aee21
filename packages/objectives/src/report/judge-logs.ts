import { type Ledger, makeComposite, makeLedger, type Objective } from '../budget/index.ts';
import { noMask } from '../corrections/index.ts';
import { MinuteHistory, type Span, sumHistories } from '../minutes/index.ts';
import { type LogHistory, logHistory, shortestHole } from './counted.ts';
import type { CountedMinute } from './counted-minute.ts';

/** What logs hold for one part of a composite. */
export interface CountedPart {
  readonly name: string;
  readonly weight: number;
  /** In the order of time. */
  readonly minutes: readonly CountedMinute[];
  /** What its logs cover, where lines that are not its own say so; from its first line to its last unless said. */
  readonly covers?: Span;
}

/** What logs hold for an SLO of one indicator, its minutes in the order of time, or for a composite. */
export type LogCounts =
  | { readonly minutes: readonly CountedMinute[] }
  | { readonly parts: readonly CountedPart[] };

/** Counted logs, ready to be judged. */
export interface JudgedLogs {
  /** Of a composite the sums of its parts, over what any of them covers. */
  readonly logs: LogHistory;
  readonly ledger: Ledger;
}

/**
 * Makes the ledger of an SLO from counted logs, that of a composite from those of its parts, as it is
 * made of what is measured live.
 * @returns null when there is no minute
 */
export function judgeLogs(objective: Objective, counts: LogCounts): JudgedLogs | null {
  const ledgerOf = (history: MinuteHistory, span: Span) =>
    makeLedger(history, objective.method, noMask, cellsOf(objective, span));
  if (!('parts' in counts)) {
    const logs = logHistory(counts.minutes);
    return logs && { logs, ledger: ledgerOf(logs.history, logs.span) };
  }
  const first = counts.parts.map((part) => logHistory(part.minutes, part.covers));
  const span = spanOfAll(first);
  if (span === null) return null;
  const known = counts.parts.map(({ minutes }, index) =>
    reaching(first[index] ?? null, minutes, span),
  );
  const parts = counts.parts.map(({ name, weight }, index) => {
    // A part of which nothing came is weighed no more, as it would not be live.
    const { history = new MinuteHistory(), holes = [span] } = known[index] ?? {};
    return { name, weight, history, holes, span: known[index]?.span ?? span };
  });
  return {
    logs: { history: sumHistories(parts), span, holes: unmeasured(parts, span) },
    ledger: makeComposite(parts.map((one) => ({ ...one, ledger: ledgerOf(one.history, span) }))),
  };
}

/** Logs that begin or end a little after or before the others' do: they were idle then. */
function reaching(
  logs: LogHistory | null,
  minutes: readonly CountedMinute[],
  whole: Span,
): LogHistory | null {
  if (logs === null) return null;
  const from = logs.span.from - whole.from < shortestHole ? whole.from : logs.span.from;
  const to = whole.to - logs.span.to < shortestHole ? whole.to : logs.span.to;
  return from === logs.span.from && to === logs.span.to ? logs : logHistory(minutes, { from, to });
}

function spanOfAll(all: readonly (LogHistory | null)[]): Span | null {
  const spans = all.flatMap((one) => (one === null ? [] : [one.span]));
  if (spans.length === 0) return null;
  const from = Math.min(...spans.map((span) => span.from));
  return { from, to: Math.max(...spans.map((span) => span.to)) };
}

/** What a ledger of logs is made over: it must reach the end, also where that is amid a slice. */
function cellsOf({ method }: Objective, { from, to }: Span): Span {
  const size = method.kind === 'occurrences' ? 1 : method.sliceMinutes;
  return { from, to: Math.ceil(to / size) * size };
}

/** Stretches of a span in which any part was not measured. */
function unmeasured(parts: readonly LogHistory[], { from, to }: Span): readonly Span[] {
  const all = parts.flatMap((part) => {
    const outside = [
      { from, to: part.span.from },
      { from: part.span.to, to },
    ];
    return [...outside.filter((one) => one.to - one.from >= shortestHole), ...part.holes];
  });
  const merged: Span[] = [];
  for (const one of all.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || one.from > last.to) merged.push(one);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
  }
  return merged;
}
