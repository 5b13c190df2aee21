import type { SloConfig } from '@sekisho/config';
import { type Minute, type MinuteHistory, minuteOf } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { clientWeeksMinutes } from './client-reading.ts';
import { Histories } from './histories.ts';
import { measuredUntil } from './known-from.ts';
import { type Look, lookAt, reachOf } from './look.ts';
import type { Agreed, Reads } from './reads.ts';
import { newMemory, type SloMemory } from './state.ts';
import { nextMinute } from './step-through.ts';

/** What is known of an SLO besides its minutes. */
export interface Known extends Agreed {
  readonly slo: SloConfig;
  /** What its alerts remember; null before its first tick. */
  readonly memory: SloMemory | null;
}

/** Looks at SLOs; what it has read and counted is held in this process. */
export interface Evaluator {
  /** Reads what has changed of some SLOs with one question, before each is looked at. */
  prepare(tx: Tx, slos: readonly SloConfig[]): Promise<void>;
  /** An SLO's minutes, counted from as far back as judging what has not been judged needs. */
  look(tx: Tx, known: Known): Promise<Look>;
  readonly reads: Reads;
}

interface Counted {
  readonly basis: string;
  readonly look: Look;
}

/** SLOs whose counted minutes are kept: a ledger of thirty days takes nearly 2 MB. */
const mostCounted = 50;

export function createEvaluator(houseReads: Reads): Evaluator {
  const reads = withWatermarksOnce(houseReads);
  const histories = new Histories(reads);
  // By definition: another configuration counts anew.
  const counted = new Map<SloConfig, Counted>();

  async function prepare(tx: Tx, slos: readonly SloConfig[]): Promise<void> {
    // Watermarks before minutes: what they promise must be in what is read after them.
    for (const { indicator } of slos) await reads.throughOf(tx, indicator.source);
    await histories.refresh(tx, slos.map(reads.seriesOf));
  }

  async function look(tx: Tx, { slo, memory: before, targets, corrections }: Known): Promise<Look> {
    const clock = clockMinute(tx, slo);
    const memory = before ?? newMemory(clock);
    const watermark = await reads.throughOf(tx, slo.indicator.source);
    const first = nextMinute(watermark, memory.data) ?? watermark ?? clock;
    const from = Math.min(first, clock);
    const to = Math.max(watermark ?? clock, clock);
    const held = await historyFor(tx, slo, from, to);
    const span = { from: reachOf(slo, stoodAt(slo, held.history, from)), to };
    const { since } = memory;
    const basis = JSON.stringify([held.generation, span, since, watermark, targets, corrections]);
    const last = counted.get(slo);
    if (last?.basis === basis) return last.look;
    const { method, window, missing } = slo;
    const objective = { method, window, missing, targets };
    const given = { slo, objective, corrections, history: held.history, through: watermark };
    const fresh = lookAt(given, span, since);
    counted.delete(slo);
    counted.set(slo, { basis, look: fresh });
    for (const oldest of [...counted.keys()].slice(0, -mostCounted)) counted.delete(oldest);
    return fresh;
  }

  async function historyFor(tx: Tx, slo: SloConfig, from: Minute, to: Minute) {
    const series = reads.seriesOf(slo);
    const near = Math.min(reachOf(slo, from), from - clientWeeksMinutes);
    const held = await histories.of(tx, series, { from: near, to });
    const far = reachOf(slo, stoodAt(slo, held.history, from));
    return far >= near ? held : histories.of(tx, series, { from: far, to });
  }
  return { prepare, look, reads };
}

/** Asks for the watermark of a source once in a transaction. */
function withWatermarksOnce(reads: Reads): Reads {
  const known = new WeakMap<Tx, Map<string, Minute | null>>();
  async function throughOf(tx: Tx, source: string): Promise<Minute | null> {
    const within = known.get(tx) ?? new Map<string, Minute | null>();
    known.set(tx, within);
    const told = within.get(source);
    if (told !== undefined) return told;
    const through = await reads.throughOf(tx, source);
    within.set(source, through);
    return through;
  }
  return { ...reads, throughOf };
}

/** The minute that an SLO is judged as of: an SLO that freezes stands where its data ended. */
function stoodAt({ missing }: SloConfig, history: MinuteHistory, from: Minute): Minute {
  return missing === 'freeze' ? (measuredUntil(history, from) ?? from) : from;
}

/** The end of the last minute that should have been measured by now: its source is allowed to be late. */
export function clockMinute({ now, config }: Pick<Tx, 'now' | 'config'>, slo: SloConfig): Minute {
  const source = Object.hasOwn(config.sources, slo.indicator.source)
    ? config.sources[slo.indicator.source]
    : undefined;
  return minuteOf(now.getTime()) - (source?.latenessMinutes ?? 0);
}
