import type { Config, SloConfig } from '@sekisho/config';
import type { Entry, OutputOf, SloPage, TierReading } from '@sekisho/contract';
import {
  type Counts,
  isoOf,
  type Minute,
  MinuteHistory,
  msPerMinute,
} from '@sekisho/objectives/minutes';
import type { PageRow } from '../alerts/page-row.ts';
import { explainPage } from '../alerts/page-why.ts';
import { pageView } from '../alerts/view.ts';
import { changesAmong } from '../alerts/what-changed.ts';
import { curveOf } from '../curve.ts';
import { lookAt } from '../evaluate/look.ts';
import { newMemory } from '../evaluate/state.ts';
import { type Happened, stepThrough } from '../evaluate/step-through.ts';
import { tierFacts } from '../facts/facts.ts';
import { burnsOf, evaluationOf } from '../readings.ts';
import { summaryOf } from '../summary.ts';

/** An SLO judged on a clock of its own, in memory: nothing of it is stored, told or written down. */
export interface Rehearsal {
  /** Takes in what was counted in the next minute, and judges it as the server would. */
  next(counts: Partial<Counts>): Rehearsed;
  /** The last minutes, as `slo.history` gives them. */
  history(minutes: number): Pick<OutputOf<'slo.history'>, 'points' | 'bucketMinutes'>;
}

/** How things stand at the end of a rehearsed minute. */
export interface Rehearsed {
  /** End of the minute (ISO 8601). */
  readonly at: string;
  readonly good: number;
  readonly bad: number;
  readonly remainingShare: number | null;
  /** Burn of the last hour. */
  readonly burn: number | null;
  /** What keeps each burn alert silent, or lets it fire. */
  readonly tiers: readonly TierReading[];
  /** The page as it stands, from when it fires. */
  readonly page: SloPage | null;
  /** What happened to the page in this minute. */
  readonly news: 'fired' | 'resolved' | null;
}

export interface RehearsalOptions {
  readonly slo: SloConfig;
  readonly config: Config;
  /** Names the page; of no real one. */
  readonly id: string;
  /** The first minute, and what was counted from there on: the past that the budget knows of. */
  readonly from: Minute;
  readonly past: readonly Partial<Counts>[];
  /** What changed around the incident. */
  readonly entries: readonly Entry[];
}

/** Rehearses an incident with the very evaluator and arithmetic that judge real minutes. */
export function openRehearsal(options: RehearsalOptions): Rehearsal {
  const { slo, from } = options;
  const history = new MinuteHistory();
  options.past.forEach((counts, index) => history.add(from + index, counts));
  const targets = [{ from: 0, target: slo.target }];
  const { method, window, missing } = slo;
  const objective = { method, window, missing, targets };
  let through = from + options.past.length;
  let memory = newMemory(from);
  let row: PageRow | null = null;

  function look() {
    const given = { slo, objective, corrections: [], history, through };
    return lookAt(given, { from, to: through }, from);
  }

  return {
    next(counts) {
      history.add(through, { measured: msPerMinute, ...counts });
      through += 1;
      const now = look();
      const stepped = stepThrough(now, memory, through);
      memory = stepped.memory;
      const told = stepped.happened.filter(({ event }) => event.key === 'burn-page');
      for (const happened of told) row = rowAfter(row, happened, options, now);
      const { remainingShare, burn } = summaryOf(now, []);
      return {
        ...{ at: isoOf(through), good: counts.good ?? 0, bad: counts.bad ?? 0 },
        ...{ remainingShare, burn, tiers: burnsOf(evaluationOf(now)).map(tierFacts) },
        page: row === null ? null : pageView(options.config, row),
        news: newsOf(told),
      };
    },
    history: (minutes) =>
      curveOf(look(), { from: Math.max(from, through - minutes), to: through }, minutes),
  };
}

function newsOf(told: readonly Happened[]): Rehearsed['news'] {
  const last = told.at(-1)?.event.kind;
  return last === 'fired' || last === 'resolved' ? last : null;
}

function rowAfter(
  before: PageRow | null,
  happened: Happened,
  { slo, config, id, entries }: RehearsalOptions,
  look: ReturnType<typeof lookAt>,
): PageRow {
  const { event } = happened;
  const at = new Date(event.at * msPerMinute);
  if (before !== null)
    return {
      ...before,
      resolved_at: event.kind === 'resolved' ? at : null,
      revision: before.revision + 1,
    };
  const { why, began } = explainPage(look, happened, null);
  return {
    ...{ id, slo: slo.id, service: slo.service, key: event.key, severity: 'page' },
    ...{ fired_minute: event.firedAt, fired_at: at, resolved_at: null },
    ...{ acknowledged_at: null, acknowledged_by: null, incident: null },
    ...{ untold: null, refired: 0, revision: 1, why },
    changed: changesAmong(entries, config, slo, { from: began, to: event.at }),
  };
}
