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
  usedAt: Date;
}

/** The minutes of one series, as they were when they were asked for. */
export interface HeldHistory {
  readonly history: MinuteHistory;
  readonly generation: number;
}

/** A change bears the time at which its transaction began, and shows when it ends. */
const overlapSeconds = 120;
/** What nobody used for so long is not part of the round any more. */
const idleSeconds = 600;
/** Days kept beyond what was asked for, before the oldest are let go. */
const spareDays = 40;

/**
 * The minutes that evaluation needs, held in this process: read once, then kept up by what changed.
 *
 * Its calls take turns, so that an answer of the database never overwrites a later one.
 */
export class Histories {
  readonly #reads: Reads;
  readonly #mostDays: number;
  readonly #held = new Map<string, Held>();
  #refreshedAt: Date | null = null;
  #refreshedIn: Tx | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #generations = 0;

  /** @param mostDays days of one series each that are held at most */
  constructor(reads: Reads, mostDays = 3000) {
    this.#reads = reads;
    this.#mostDays = mostDays;
  }

  /** The minutes of a series over at least a span, as the database has them now. */
  async of(tx: Tx, series: string, span: Span): Promise<HeldHistory> {
    return this.#inTurn(async () => {
      await this.#refresh(tx);
      const wanted = { from: dayOf(span.from), to: dayOf(span.to) + 1 };
      let held = this.#held.get(series);
      if (held === undefined || wanted.from - held.from > spareDays || wanted.from > held.to)
        held = nothingHeld(wanted.from, tx.now);
      if (held.from > wanted.from) await this.#load(tx, series, held, wanted.from, held.from);
      if (held.to < wanted.to) await this.#load(tx, series, held, held.to, wanted.to);
      held.from = Math.min(held.from, wanted.from);
      held.to = Math.max(held.to, wanted.to);
      held.usedAt = tx.now;
      // The one used last stands at the end.
      this.#held.delete(series);
      this.#held.set(series, held);
      this.#letGo(tx.now);
      return { history: held.history, generation: held.generation };
    });
  }

  async #load(tx: Tx, series: string, held: Held, from: number, to: number): Promise<void> {
    for (const block of await this.#reads.daysOf(tx, series, { from, to }))
      held.history.putDay(block);
    held.generation = ++this.#generations;
  }

  /** Puts changed days in the place of those held, once in a transaction. */
  async #refresh(tx: Tx): Promise<void> {
    if (this.#refreshedIn === tx) return;
    const since = this.#refreshedAt;
    this.#refreshedAt = tx.now;
    this.#refreshedIn = tx;
    if (since === null || this.#held.size === 0) return;
    for (const changed of await this.#reads.changedDays(tx, addSeconds(since, -overlapSeconds))) {
      const { series, day, version, block } = changed;
      const held = this.#held.get(series);
      if (held === undefined || day < held.from || day >= held.to) continue;
      if (held.versions.get(day) === version) continue;
      held.history.putDay(block);
      held.generation = ++this.#generations;
      held.versions.set(day, version);
    }
  }

  /**
   * Lets idle series go, then those used last but for this one: a round over more series than can be
   * held would else let each go just before it is wanted again.
   */
  #letGo(now: Date): void {
    const sizes = [...this.#held.values()].map(({ from, to }) => to - from);
    let days = sizes.reduce((all, size) => all + size, 0);
    const idle = ({ usedAt }: Held) => usedAt < addSeconds(now, -idleSeconds);
    const [, ...recentFirst] = [...this.#held].toReversed();
    const others = recentFirst.toSorted(([, a], [, b]) => Number(idle(b)) - Number(idle(a)));
    for (const [series, { from, to }] of others) {
      if (days <= this.#mostDays) return;
      this.#held.delete(series);
      days -= to - from;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function nothingHeld(day: number, usedAt: Date): Held {
  return {
    ...{ history: new MinuteHistory(), from: day, to: day },
    ...{ generation: 0, versions: new Map<number, number>(), usedAt },
  };
}
