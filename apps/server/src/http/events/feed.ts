import { type Core, entriesAfter, headNumber } from '@sekisho/core';
import type { DoorLogger } from '../../door-logger.ts';

/** What a stream tells of an entry: enough to know what to ask again. */
export interface EntryEvent {
  readonly number: number;
  readonly action: string;
  readonly lease: string | null;
  readonly environment: string | null;
  readonly subject: string | null;
}

export interface Feed {
  /** Entries after a number, oldest first, at most a page of them; empty when there are none yet. */
  after(number: number): Promise<readonly EntryEvent[]>;
  /** Number of the newest entry. */
  head(): Promise<number>;
  /** Calls back when there may be more; answers a function that stops that. */
  follow(listener: () => void): () => void;
}

interface FeedOptions {
  readonly core: Core;
  readonly changes: { subscribe(listener: () => void): () => void };
  readonly logger: DoorLogger;
  /** Other replicas commit without ringing here, so the head is looked at this often. */
  readonly pollMs?: number;
}

const pageSize = 500;
const mostRecent = 2000;

/**
 * One look at the timeline for all streams of this process, made only while somebody listens. The newest
 * entries are kept, so that a hundred open pages read the database once.
 */
export function createFeed({ core, changes, logger, pollMs = 1000 }: FeedOptions): Feed {
  const { database } = core.house;
  const listeners = new Set<() => void>();
  let recent: readonly EntryEvent[] = [];
  let looking = false;
  let again = false;
  let stop: (() => void) | null = null;

  const look = async () => {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        const newest = recent.at(-1)?.number ?? Math.max(0, (await headNumber(database)) - 1);
        const rows = await entriesAfter(database, newest, pageSize);
        if (rows.length === 0) continue;
        recent = [...recent, ...rows.map(eventOf)].slice(-mostRecent);
        again = rows.length === pageSize;
        for (const listener of [...listeners]) listener();
      }
    } catch (error) {
      logger.warn({ err: error }, 'the timeline could not be read for event streams');
    } finally {
      looking = false;
    }
  };

  const start = () => {
    const unsubscribe = changes.subscribe(() => void look());
    const timer = setInterval(() => void look(), pollMs);
    void look();
    return () => {
      unsubscribe();
      clearInterval(timer);
      recent = [];
    };
  };

  return {
    async after(number) {
      const [first] = recent;
      if (first !== undefined && first.number <= number + 1) {
        return recent.slice(number + 1 - first.number);
      }
      return (await entriesAfter(database, number, pageSize)).map(eventOf);
    },
    head: () => headNumber(database),
    follow(listener) {
      listeners.add(listener);
      stop ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

function eventOf(row: Awaited<ReturnType<typeof entriesAfter>>[number]): EntryEvent {
  const { number, action, lease, environment, subject } = row;
  return { number, action, lease, environment, subject };
}
