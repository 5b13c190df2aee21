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

/**
 * The database's time, so that all replicas agree: the machine's clock corrected by the offset
 * last measured. `readDatabaseTime` answers the database's `now()`.
 */
export function createDatabaseClock(
  readDatabaseTime: () => Promise<Date>,
  local: Clock = systemClock,
): DatabaseClock {
  let offsetMs = 0;
  return {
    now: () => new Date(local.now().getTime() + offsetMs),
    async sync() {
      const before = local.now().getTime();
      const theirs = await readDatabaseTime();
      const after = local.now().getTime();
      offsetMs = theirs.getTime() - (before + after) / 2;
    },
  };
}

/** `date` moved by `seconds`. */
export function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}
