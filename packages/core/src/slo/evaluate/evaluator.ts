import type { SloConfig } from '@sekisho/config';
import { type Minute, minuteOf } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { clientWeeksMinutes } from './client-reading.ts';
import { Histories } from './histories.ts';
import { type Look, lookAt, reachOf } from './look.ts';
import type { Reads } from './reads.ts';
import { newMemory, type SloMemory } from './state.ts';
import { nextMinute } from './step-through.ts';

/** Looks at SLOs; what it has read and counted is held in this process. */
export interface Evaluator {
  /**
   * All that is known of an SLO, from as far back as judging what has not been judged needs.
   * @param memory what its alerts remember; null before its first tick
   */
  look(tx: Tx, slo: SloConfig, memory: SloMemory | null): Promise<Look>;
  /** The source's watermark. */
  through(tx: Tx, slo: SloConfig): Promise<Minute | null>;
  readonly reads: Reads;
}

interface Counted {
  readonly basis: string;
  readonly look: Look;
}

export function createEvaluator(reads: Reads): Evaluator {
  const histories = new Histories(reads);
  // By definition: another configuration counts anew.
  const counted = new WeakMap<SloConfig, Counted>();
  const through = (tx: Tx, slo: SloConfig) => reads.throughOf(tx, slo.indicator.source);

  async function look(tx: Tx, slo: SloConfig, known: SloMemory | null): Promise<Look> {
    const clock = clockMinute(tx, slo);
    const memory = known ?? newMemory(clock);
    const watermark = await through(tx, slo);
    const first = nextMinute(watermark, memory.data) ?? watermark ?? clock;
    const from = Math.min(first, clock);
    const span = { from: reachOf(slo, from), to: Math.max(watermark ?? clock, clock) };
    const reach = { from: Math.min(span.from, from - clientWeeksMinutes), to: span.to };
    const held = await histories.of(tx, reads.seriesOf(slo), reach);
    const corrections = await reads.correctionsOf(tx, slo);
    const targets = await reads.targetsOf(tx, slo);
    const { since } = memory;
    const basis = JSON.stringify([held.generation, span, since, watermark, targets, corrections]);
    const before = counted.get(slo);
    if (before?.basis === basis) return before.look;
    const { method, window, missing } = slo;
    const objective = { method, window, missing, targets };
    const given = { slo, objective, corrections, history: held.history, through: watermark };
    const fresh = lookAt(given, span, since);
    counted.set(slo, { basis, look: fresh });
    return fresh;
  }
  return { look, through, reads };
}

/** The end of the last minute that should have been measured by now: its source is allowed to be late. */
export function clockMinute({ now, config }: Pick<Tx, 'now' | 'config'>, slo: SloConfig): Minute {
  const source = Object.hasOwn(config.sources, slo.indicator.source)
    ? config.sources[slo.indicator.source]
    : undefined;
  return minuteOf(now.getTime()) - (source?.latenessMinutes ?? 0);
}
