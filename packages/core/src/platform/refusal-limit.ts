import type { Clock } from './clock.ts';

/** Decides which refusals become entries: nobody may grow the chain at will. */
export interface RefusalLimit {
  /** Whether to record one more refusal of this caller's at this verb; the others are only counted. */
  admit(principal: string, verb: string): boolean;
}

export interface RefusalLimitOptions {
  readonly clock: Clock;
  /** Entries an hour, for each caller and verb. */
  readonly most?: number;
  /** Told of each caller and verb at the first refusal that is not recorded, once an hour. */
  readonly onWithheld?: (principal: string, verb: string) => void;
}

interface Window {
  count: number;
  readonly until: number;
}

const hourMs = 3_600_000;
const mostRemembered = 10_000;

/** Makes a limit that has seen no refusal yet; it is kept in this process. */
export function createRefusalLimit({
  clock,
  most = 60,
  onWithheld,
}: RefusalLimitOptions): RefusalLimit {
  const windows = new Map<string, Window>();
  const windowOf = (key: string): Window => {
    const now = clock.now().getTime();
    const known = windows.get(key);
    if (known !== undefined && known.until > now) return known;
    const fresh = { count: 0, until: now + hourMs };
    windows.delete(key);
    windows.set(key, fresh);
    const [oldest] = windows.keys();
    if (windows.size > mostRemembered && oldest !== undefined) windows.delete(oldest);
    return fresh;
  };
  return {
    admit(principal, verb) {
      const window = windowOf(`${principal} ${verb}`);
      window.count += 1;
      if (window.count === most + 1) onWithheld?.(principal, verb);
      return window.count <= most;
    },
  };
}
