import { msPerMinute, type Span } from '@sekisho/objectives/minutes';
import { sqlOf, type Tx } from '../../../platform/context.ts';
import type { ProbeOutcome } from '../../ports.ts';

interface RunRow {
  series: string;
  due_at: Date;
  /** Null while it is under way, and for ever when whoever ran it died. */
  good: boolean | null;
  /** jsonb: read as a value, written as text. */
  faults: readonly string[] | string | null;
  took_ms: number | null;
}

interface Tables {
  slo_probe_runs: RunRow;
}

/** A run that is due: of one series, at an instant that every server computes alike. */
export interface DueRun {
  readonly series: string;
  readonly dueAt: Date;
}

/** Claims runs. @returns those that nobody had claimed before */
export async function claimRuns(tx: Tx, due: readonly DueRun[]): Promise<ReadonlySet<string>> {
  if (due.length === 0) return new Set();
  const empty = { good: null, faults: null, took_ms: null };
  const rows = await sqlOf<Tables>(tx)
    .insertInto('slo_probe_runs')
    .values(due.map(({ series, dueAt }) => ({ series, due_at: dueAt, ...empty })))
    .onConflict((conflict) => conflict.columns(['series', 'due_at']).doNothing())
    .returning('series')
    .execute();
  return new Set(rows.map(({ series }) => series));
}

/** A run that was claimed has ended. */
export async function endRun(tx: Tx, run: DueRun, outcome: ProbeOutcome): Promise<void> {
  const { isGood, faults, tookMs } = outcome;
  await sqlOf<Tables>(tx)
    .updateTable('slo_probe_runs')
    .set({ good: isGood, faults: JSON.stringify(faults), took_ms: Math.round(tookMs) })
    .where('series', '=', run.series)
    .where('due_at', '=', run.dueAt)
    .execute();
}

/** The runs of a span that ended, as an SLI counts them: each at the instant at which it was due. */
export async function endedRuns(
  tx: Tx,
  series: string,
  { from, to }: Span,
): Promise<{ readonly at: number; readonly isGood: boolean }[]> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_probe_runs')
    .select(['due_at', 'good'])
    .where('series', '=', series)
    .where('due_at', '>=', new Date(from * msPerMinute))
    .where('due_at', '<', new Date(to * msPerMinute))
    .where('good', 'is not', null)
    .orderBy('due_at')
    .execute();
  return rows.map(({ due_at, good }) => ({ at: due_at.getTime(), isGood: good === true }));
}

/** What became of the runs of a series since a time. */
export interface RunsSince {
  readonly runs: number;
  readonly failed: number;
  /** What was wrong with those that failed, the most frequent first. */
  readonly faults: { readonly what: string; readonly runs: number }[];
}

/** Faults shown at most. */
const fewFaults = 5;

export async function runsSince(tx: Tx, series: string, since: Date): Promise<RunsSince> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_probe_runs')
    .select(['good', 'faults'])
    .where('series', '=', series)
    .where('due_at', '>=', since)
    .where('good', 'is not', null)
    .execute();
  // How slow, and how many days, differs from run to run.
  const all = rows.flatMap(({ faults }) =>
    (Array.isArray(faults) ? faults : []).map((what) =>
      what.replace(/^(slow|certificate) .*/, '$1'),
    ),
  );
  const faults = [...Map.groupBy(all, (what) => what)]
    .map(([what, each]) => ({ what, runs: each.length }))
    .toSorted((a, b) => b.runs - a.runs)
    .slice(0, fewFaults);
  return { runs: rows.length, failed: rows.filter(({ good }) => good === false).length, faults };
}

/** Forgets runs that were due before a time. */
export async function forgetRunsBefore(tx: Tx, before: Date): Promise<void> {
  await sqlOf<Tables>(tx).deleteFrom('slo_probe_runs').where('due_at', '<', before).execute();
}
