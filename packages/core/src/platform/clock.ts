/** What time it is. Everything that judges time asks this, so that tests can turn it. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock; right for practice and for a single process beside its database. */
export const systemClock: Clock = { now: () => new Date() };

export interface DatabaseClock extends Clock {
  /** Measures again how far this machine's clock is from the database's. */
  sync(): Promise<void>;
}

/** How far the clocks of two machines may drift apart, in milliseconds per millisecond: one second in a thousand. */
const drift = 0.001;

/** One measurement: how far the machine's clock is from the database's, give or take. */
interface Sample {
  readonly offsetMs: number;
  readonly uncertainMs: number;
  readonly at: number;
}

/**
 * The database's time, so that all replicas agree: the machine's clock corrected by the offset
 * that was measured best. `readDatabaseTime` answers the database's `now()`.
 */
export function createDatabaseClock(
  readDatabaseTime: () => Promise<Date>,
  local: Clock = systemClock,
): DatabaseClock {
  let best: Sample | null = null;
  return {
    now: () => new Date(local.now().getTime() + (best?.offsetMs ?? 0)),
    async sync() {
      const before = local.now().getTime();
      const theirs = await readDatabaseTime();
      const at = local.now().getTime();
      const offsetMs = theirs.getTime() - (before + at) / 2;
      const sample = { offsetMs, uncertainMs: Math.abs(at - before) / 2, at };
      if (best === null || replaces(sample, best)) best = sample;
    },
  };
}

/**
 * A long way there and back says little of when the answer was true: such a measurement only
 * replaces one that has become as uncertain by age, or that cannot be true any more, as after a
 * clock was set.
 */
function replaces(sample: Sample, best: Sample): boolean {
  const uncertainMs = best.uncertainMs + Math.abs(sample.at - best.at) * drift;
  const apartMs = Math.abs(sample.offsetMs - best.offsetMs);
  return sample.uncertainMs <= uncertainMs || apartMs > sample.uncertainMs + uncertainMs;
}

/** `date` moved by `seconds`. */
export function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}

/** The first of some moments; those that are not known do not count. */
export function soonest(one: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((first, other) => (other && other < first ? other : first), one);
}
