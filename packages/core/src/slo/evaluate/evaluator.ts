import { indicatorsOf, type SloConfig } from '@sekisho/config';
import { cellMinutes } from '@sekisho/objectives/budget';
import { maskOf } from '@sekisho/objectives/corrections';
import { type Minute, type MinuteHistory, minuteOf, type Span } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { partsOf } from '../minutes/index.ts';
import { clientWeeksMinutes } from './client-reading.ts';
import { type HeldHistory, Histories } from './histories.ts';
import { measuredUntil } from './known-from.ts';
import { type Look, lookAt, reachOf } from './look.ts';
import { type WholeHistory, wholeOf } from './part-histories.ts';
import type { Agreed, Reads } from './reads.ts';
import { newMemory, type SloMemory } from './state.ts';
import { nextMinute } from './step-through.ts';
import { watermarkOf } from './watermark.ts';

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

interface HeldWhole extends WholeHistory {
  readonly generations: readonly number[];
  readonly key: string;
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
  const wholes = new WeakMap<SloConfig, HeldWhole>();

  async function prepare(tx: Tx, slos: readonly SloConfig[]): Promise<void> {
    // Watermarks before minutes: what they promise must be in what is read after them.
    for (const slo of slos) await watermarkOf(tx, reads, slo);
    await histories.refresh(tx, slos.flatMap(partsOf).map(reads.seriesOf));
  }

  async function look(tx: Tx, known: Known): Promise<Look> {
    const { slo, memory: before, targets, corrections } = known;
    const clock = clockMinute(tx, slo);
    const memory = before ?? newMemory(clock);
    const watermark = await watermarkOf(tx, reads, slo);
    const first = nextMinute(watermark, memory.data) ?? watermark ?? clock;
    const from = Math.min(first, clock);
    const to = Math.max(watermark ?? clock, clock);
    const { held, reach } = await historyFor(tx, known, from, to);
    const span = { from: reach, to };
    const { since } = memory;
    const basis = JSON.stringify([held.generations, span, since, watermark, targets, corrections]);
    const last = counted.get(slo);
    if (last?.basis === basis) return last.look;
    const { method, window, missing } = slo;
    const objective = { method, window, missing, targets };
    const { history, parts } = held;
    const own = parts === undefined ? { history } : { history, parts };
    const given = { slo, objective, corrections, ...own, through: watermark };
    const fresh = lookAt(given, span, since);
    counted.delete(slo);
    counted.set(slo, { basis, look: fresh });
    for (const oldest of [...counted.keys()].slice(0, -mostCounted)) counted.delete(oldest);
    return fresh;
  }

  async function historyFor(tx: Tx, known: Known, from: Minute, to: Minute) {
    const { slo } = known;
    const near = Math.min(reachOf(slo, from), from - clientWeeksMinutes);
    const held = await heldFrom(tx, slo, { from: near, to });
    // What is farther back than this moves it no more.
    const reach = reachOf(slo, stoodAt(known, held.history, from));
    return { held: reach >= near ? held : await heldFrom(tx, slo, { from: reach, to }), reach };
  }

  async function heldFrom(tx: Tx, slo: SloConfig, span: Span): Promise<HeldWhole> {
    const held: HeldHistory[] = [];
    for (const part of partsOf(slo)) held.push(await histories.of(tx, reads.seriesOf(part), span));
    const generations = held.map(({ generation }) => generation);
    const key = JSON.stringify([generations, span]);
    const last = wholes.get(slo);
    if (last?.key === key) return last;
    const whole = wholeOf(
      slo,
      held.map(({ history }) => history),
    );
    const fresh = { ...whole, generations, key };
    // Putting the parts of a composite together costs; one indicator is its own whole.
    if (slo.parts !== undefined) wholes.set(slo, fresh);
    return fresh;
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

/**
 * The minute that an SLO is judged as of, or one before it: an SLO that freezes stands where the data
 * that count ended, at the end of a whole slice.
 */
function stoodAt({ slo, corrections }: Known, history: MinuteHistory, from: Minute): Minute {
  if (slo.missing !== 'freeze') return from;
  const whole = history.span();
  if (whole === null) return from;
  const size = cellMinutes(slo.method);
  const { spans } = maskOf(corrections, { from: whole.from, to: from });
  return measuredUntil(history, Math.floor(from / size) * size, spans) ?? from;
}

/** The end of the last minute that should have been measured by now: its sources are allowed to be late. */
export function clockMinute({ now, config }: Pick<Tx, 'now' | 'config'>, slo: SloConfig): Minute {
  const lateness = indicatorsOf(slo).map(({ source }) =>
    Object.hasOwn(config.sources, source) ? (config.sources[source]?.latenessMinutes ?? 0) : 0,
  );
  return minuteOf(now.getTime()) - Math.max(...lateness);
}
