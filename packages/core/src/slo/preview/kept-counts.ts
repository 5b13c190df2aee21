import type { Database } from '../../platform/database/database.ts';

interface Kept {
  readonly count: Promise<unknown>;
  readonly at: number;
}

interface Lane {
  turn: Promise<unknown>;
  /** Those under way and those that wait. */
  waiting: number;
}

interface Held {
  readonly kept: Map<string, Kept>;
  readonly lanes: Map<string, Lane>;
}

/** What was counted is kept a while: whoever moves a target asks again and again for the same minutes. */
const keptMs = 300_000;
const mostKept = 8;

/** One for each database, like evaluators. */
const heldOf = new WeakMap<Database, Held>();

interface Keeping {
  /** Names what is counted. */
  readonly key: string;
  /** Callers of one lane take turns, so that previews never read side by side. */
  readonly lane: string;
  /** Callers of a lane at a time, the one at work among them. */
  readonly most: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a count is worth being kept: what failed may do better the next time. */
  readonly worth?: (counted: unknown) => boolean;
}

/** What was counted a while ago, or is now; null when too many wait in that lane. */
export async function keepCount<T>(
  database: Database,
  { key, lane, most, now, worth = () => true }: Keeping,
  count: () => Promise<T>,
): Promise<T | null> {
  const held = heldOf.get(database) ?? { kept: new Map(), lanes: new Map() };
  heldOf.set(database, held);
  const known = held.kept.get(key);
  if (known !== undefined && now - known.at < keptMs) return known.count as Promise<T>;
  const own: Lane = held.lanes.get(lane) ?? { turn: Promise.resolve(), waiting: 0 };
  if (own.waiting >= most) return null;
  held.lanes.set(lane, own);
  own.waiting += 1;
  const counted = own.turn.then(count);
  const drop = () => held.kept.get(key)?.count === counted && held.kept.delete(key);
  own.turn = counted.then(
    (one) => {
      own.waiting -= 1;
      if (!worth(one)) drop();
    },
    () => {
      own.waiting -= 1;
      drop();
    },
  );
  held.kept.delete(key);
  held.kept.set(key, { count: counted, at: now });
  for (const oldest of [...held.kept.keys()].slice(0, -mostKept)) held.kept.delete(oldest);
  return counted;
}
