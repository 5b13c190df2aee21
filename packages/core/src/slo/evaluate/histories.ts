import { dayOf, MinuteHistory, type Span } from '@sekisho/objectives/minutes';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import type { Reads } from './reads.ts';

interface Held {
  readonly history: MinuteHistory;
  /** UTC days that were read, from and before. */
  from: number;
  to: number;
  /** Rises when any of its minutes changed. */
  generation: number;
  /** By day, of those that changed since they were read. */
  readonly versions: Map<number, number>;
  /** The transaction that it was brought up to last, and its time. */
  freshIn: Tx;
}

/** The minutes of one series, as they were when they were asked for. */
export interface HeldHistory {
  readonly history: MinuteHistory;
  readonly generation: number;
}

/** How much a process holds. */
export interface HeldMost {
  /** Days of one series each whose minutes are at hand: 58 kB each. */
  readonly openDays: number;
  /** Bytes of all stored days together. */
  readonly storedBytes: number;
}

const usualMost: HeldMost = { openDays: 2000, storedBytes: 256 * 2 ** 20 };

/** A change bears the time at which its transaction began, and shows when it ends. */
const overlapSeconds = 120;
/** What nobody used for so long is not part of the round any more. */
const idleSeconds = 600;
/** Days kept beyond what was asked for, before the oldest are let go. */
const spareDays = 40;

/**
 * The minutes that evaluation needs, held in this process as they are stored: read once, then kept up
 * by what changed. Of the series used last the minutes themselves are at hand as well.
 *
 * Its calls take turns, so that an answer of the database never overwrites a later one.
 */
export class Histories {
  readonly #reads: Reads;
  readonly #most: HeldMost;
  /** The one used last stands at the end. */
  readonly #held = new Map<string, Held>();
  #tidiedIn: Tx | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #generations = 0;

  constructor(reads: Reads, most = usualMost) {
    this.#reads = reads;
    this.#most = most;
  }

  /** Brings up to the database, with one question, those of some series that are held. */
  async refresh(tx: Tx, series: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#refresh(tx, series));
  }

  /** The minutes of a series over at least a span, as the database has them now. */
  async of(tx: Tx, series: string, span: Span): Promise<HeldHistory> {
    return this.#inTurn(async () => {
      await this.#refresh(tx, [series]);
      const wanted = { from: dayOf(span.from), to: dayOf(span.to) + 1 };
      let held = this.#held.get(series);
      if (held === undefined || wanted.from - held.from > spareDays || wanted.from > held.to)
        held = nothingHeld(wanted.from, tx);
      if (held.from > wanted.from) await this.#load(tx, series, held, wanted.from, held.from);
      if (held.to < wanted.to) await this.#load(tx, series, held, held.to, wanted.to);
      held.from = Math.min(held.from, wanted.from);
      held.to = Math.max(held.to, wanted.to);
      this.#held.delete(series);
      this.#held.set(series, held);
      if (this.#tidiedIn !== tx) this.#tidy(tx);
      return { history: held.history, generation: held.generation };
    });
  }

  async #load(tx: Tx, series: string, held: Held, from: number, to: number): Promise<void> {
    for (const day of await this.#reads.storedDaysOf(tx, series, { from, to }))
      held.history.putStored(day);
    held.generation = ++this.#generations;
  }

  /** Puts changed days in the place of those held, once in a transaction. */
  async #refresh(tx: Tx, wanted: readonly string[]): Promise<void> {
    const stale = wanted.flatMap((series) => {
      const held = this.#held.get(series);
      return held === undefined || held.freshIn === tx ? [] : [{ series, held }];
    });
    if (stale.length === 0) return;
    const freshAt = stale.map(({ held }) => held.freshIn.now.getTime());
    const since = addSeconds(new Date(Math.min(...freshAt)), -overlapSeconds);
    const names = stale.map(({ series }) => series);
    for (const changed of await this.#reads.changedDays(tx, names, since)) {
      const { series, day, version } = changed;
      const held = this.#held.get(series);
      if (held === undefined || day < held.from || day >= held.to) continue;
      if (held.versions.get(day) === version) continue;
      held.history.putStored(changed);
      held.generation = ++this.#generations;
      held.versions.set(day, version);
    }
    for (const { held } of stale) held.freshIn = tx;
  }

  /**
   * Packs days, and lets series go, until no more is held than may be: idle ones first, then those
   * used last but for this one. A round over more series than can be held would else let each go just
   * before it is wanted again.
   */
  #tidy(tx: Tx): void {
    this.#tidiedIn = tx;
    const idleSince = addSeconds(tx.now, -idleSeconds);
    const idle = ({ freshIn }: Held) => freshIn.now < idleSince;
    const sizes = [...this.#held].map(([series, held]) => ({
      ...{ series, held, idle: idle(held) },
      ...held.history.held(),
    }));
    let openDays = sizes.reduce((all, size) => all + size.openDays, 0);
    let storedBytes = sizes.reduce((all, size) => all + size.storedBytes, 0);
    const [, ...others] = sizes.toReversed();
    for (const each of others.toSorted((a, b) => Number(b.idle) - Number(a.idle))) {
      if (openDays <= this.#most.openDays && storedBytes <= this.#most.storedBytes) return;
      each.held.history.pack();
      openDays -= each.openDays;
      if (storedBytes <= this.#most.storedBytes) continue;
      this.#held.delete(each.series);
      storedBytes -= each.storedBytes;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function nothingHeld(day: number, tx: Tx): Held {
  return {
    ...{ history: new MinuteHistory(), from: day, to: day },
    ...{ generation: 0, versions: new Map<number, number>(), freshIn: tx },
  };
}
