import { addSeconds } from '../clock.ts';
import type { House, Tx } from '../context.ts';
import { lockSubject } from '../lock-subject.ts';
import { transactAsSystem } from '../transact-as-system.ts';
import { type Level, lockLevel, readLevel, writeLevel } from './store.ts';

/** How much of an API may be used. */
export interface RateLimit {
  /** Calls a second, in the long run. */
  readonly perSecond: number;
  /** Calls at once after a rest. */
  readonly burst: number;
}

export interface RateLimiterOptions {
  readonly house: House;
  /** Resolves after so many seconds. */
  readonly sleep: (seconds: number) => Promise<void>;
  /** Calls that a process takes from the shared bucket at a time. */
  readonly batch?: number;
}

/** Buckets that all replicas on one database share. */
export interface RateLimiter {
  /** Waits for one call's worth; answers false when it would take longer than `mostSeconds`. */
  take(bucket: string, limit: RateLimit, mostSeconds: number): Promise<boolean>;
  /** The API itself has complained: everybody halves their pace, which comes back by and by. */
  slowDown(bucket: string): Promise<void>;
}

const slowest = 1 / 16;
/** After a complaint the pace doubles in this time, up to the limit. */
const recoverySeconds = 60;
/** Complaints nearer together than this are about the same burst. */
const sameBurstSeconds = 1;

export function createRateLimiter({ house, sleep, batch = 10 }: RateLimiterOptions): RateLimiter {
  const held = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  const takeOne = async (bucket: string, limit: RateLimit, until: Date) => {
    while (house.clock.now() <= until) {
      const own = held.get(bucket) ?? 0;
      if (own > 0) {
        held.set(bucket, own - 1);
        return true;
      }
      const drawn = await transactAsSystem(house, (tx) => draw(tx, bucket, limit, batch));
      held.set(bucket, drawn.tokens);
      if (drawn.tokens > 0) continue;
      if (addSeconds(house.clock.now(), drawn.waitSeconds) > until) return false;
      await sleep(drawn.waitSeconds);
    }
    return false;
  };
  return {
    take(bucket, limit, mostSeconds) {
      // One at a time: those who wait behind share what the first one draws.
      const before = turns.get(bucket) ?? Promise.resolve();
      // From now, not from its turn: those before it wait too.
      const until = addSeconds(house.clock.now(), mostSeconds);
      const turn = before.then(() => takeOne(bucket, limit, until));
      turns.set(
        bucket,
        turn.catch(() => undefined),
      );
      return turn;
    },
    async slowDown(bucket) {
      held.delete(bucket);
      await transactAsSystem(house, (tx) => halvePace(tx, bucket));
    },
  };
}

interface Drawn {
  readonly tokens: number;
  /** Until one is there, when there is none. */
  readonly waitSeconds: number;
}

async function draw(tx: Tx, bucket: string, limit: RateLimit, batch: number): Promise<Drawn> {
  const level = await lockLevel(tx, bucket, limit.burst);
  const pace = paceOf(await readLevel(tx, paceKey(bucket)), tx.now);
  const perSecond = limit.perSecond * pace;
  const refilled = level.tokens + secondsSince(level, tx.now) * perSecond;
  const available = Math.min(limit.burst * pace, refilled);
  const tokens = Math.min(batch, Math.floor(available));
  if (tokens < 1) return { tokens: 0, waitSeconds: Math.max(0.05, (1 - available) / perSecond) };
  await writeLevel(tx, bucket, available - tokens);
  return { tokens, waitSeconds: 0 };
}

async function halvePace(tx: Tx, bucket: string): Promise<void> {
  const key = paceKey(bucket);
  // Before anybody wrote it there is no row that simultaneous complaints could take turns on.
  await lockSubject(tx, key);
  const known = await readLevel(tx, key);
  const locked = await lockLevel(tx, key, 1);
  if (known !== null && secondsSince(known, tx.now) < sameBurstSeconds) return;
  await writeLevel(tx, key, Math.max(slowest, paceOf(locked, tx.now) / 2));
}

const paceKey = (bucket: string) => `${bucket}#pace`;

function paceOf(level: Level | null, now: Date): number {
  if (level === null) return 1;
  return Math.min(1, level.tokens * 2 ** (secondsSince(level, now) / recoverySeconds));
}

/** Never negative: another replica's clock may be a little ahead. */
function secondsSince({ updatedAt }: Level, now: Date): number {
  return Math.max(0, (now.getTime() - updatedAt.getTime()) / 1000);
}
