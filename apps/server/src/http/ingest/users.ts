import {
  type Core,
  openUserSegment,
  systemPrincipal,
  transact,
  type UserSegment,
} from '@sekisho/core';
import type { BeaconReport, UserEvent } from '@sekisho/counting/beacon';

/** Long enough that segments are few, short enough that what one holds is little. */
const segmentMs = 3_600_000;
const rememberedSendings = 50_000;

/** Takes in what users met, and stores it every few seconds. */
export interface Users {
  /** Counts a sending of a page, once however often it comes. */
  take(source: string, report: BeaconReport): void;
  /** Counts reports of browsers, which nothing tells apart. */
  count(source: string, events: readonly UserEvent[]): void;
  /** Stores what came since; to be called now and then, and at the end. */
  store(): Promise<void>;
}

/** What is counted is in memory until it is stored: a process that is killed loses some seconds of it. */
export function createUsers({ house }: Pick<Core, 'house'>, newId: () => string): Users {
  const segments = new Map<string, { readonly segment: UserSegment; readonly begun: number }>();
  const ended: UserSegment[] = [];
  const seen = new Set<string>();

  function segmentOf(source: string, now: number): UserSegment {
    const known = segments.get(source);
    if (known !== undefined && now - known.begun < segmentMs) return known.segment;
    if (known !== undefined) ended.push(known.segment);
    const segment = openUserSegment(source, `users:${newId()}`, now);
    segments.set(source, { segment, begun: now });
    return segment;
  }

  function count(source: string, events: readonly UserEvent[]): void {
    const now = house.clock.now().getTime();
    segmentOf(source, now).add(house.config(), events, now);
  }

  return {
    count,
    take(source, { page, number, events }) {
      const key = `${source} ${page} ${number}`;
      if (seen.has(key)) return;
      seen.add(key);
      if (seen.size > rememberedSendings) seen.delete(seen.values().next().value ?? '');
      count(source, events);
    },
    async store() {
      const now = house.clock.now().getTime();
      const open = [...segments.values()].map(({ segment }) => segment);
      for (const segment of [...ended, ...open]) {
        if (!segment.waits) continue;
        await transact(house, systemPrincipal(house.clock.now()), (tx) => segment.store(tx, now));
      }
      ended.length = 0;
    },
  };
}
