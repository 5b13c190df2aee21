import type { Config } from '@sekisho/config';
import { createUserCounter, type UserCounter, type UserEvent } from '@sekisho/counting/beacon';
import { type Minute, minuteOf } from '@sekisho/objectives/minutes';
import type { Tx } from '../../../platform/context.ts';
import { contributeAll, contributionsByDay } from '../../minutes/index.ts';
import { countedSeries } from '../counted-series.ts';

/** What users of a source met, counted in this process for a while, and stored again and again. */
export interface UserSegment {
  /** Counts what arrived at an instant, in milliseconds since 1970, for all that the configuration asks then. */
  add(config: Config, events: readonly UserEvent[], now: number): void;
  /** Stores all of it; the same twice, or an earlier state of it, changes nothing. */
  store(tx: Tx, now: number): Promise<void>;
  /** Whether something came that is not stored yet. */
  readonly waits: boolean;
}

/**
 * Begins a segment.
 * @param segment names it for ever: no other process, and no later segment of this one, has the name
 * @param begun milliseconds since 1970; from then on this process listened, so that idle minutes are measured
 */
export function openUserSegment(source: string, segment: string, begun: number): UserSegment {
  const counters = new Map<string, { readonly counter: UserCounter; readonly from: Minute }>();
  let extent = 0;
  let stored = 0;
  return {
    add(config, events, now) {
      extent += 1;
      const wanted = countedSeries(config, source, minuteOf(now));
      for (const { series, sli } of wanted) {
        const from = counters.size === 0 ? minuteOf(begun) : minuteOf(now);
        const known = counters.get(series) ?? { counter: createUserCounter(sli), from };
        counters.set(series, known);
        known.counter.add(events, now);
      }
    },
    async store(tx, now) {
      const reached = extent;
      const contributions = [...counters].flatMap(([series, { counter, from }]) => {
        const covers = [{ from, to: Math.max(minuteOf(now), from) }];
        const origin = { series, source, segment, extent: reached };
        return contributionsByDay(origin, covers, counter.minutes());
      });
      await contributeAll(tx, contributions);
      stored = reached;
    },
    get waits() {
      return extent > stored;
    },
  };
}
