import { canonicalJson } from '@sekisho/config';

/** Things that are made once for each description, and closed together. */
export interface Kept {
  get<Made extends { close(): void }>(description: unknown, make: () => Made): Made;
  close(): void;
}

/** More than a configuration has; what it had before is closed by and by. */
const most = 500;

export function createKept(): Kept {
  const made = new Map<string, { close(): void }>();
  return {
    get<Made extends { close(): void }>(description: unknown, make: () => Made): Made {
      const key = canonicalJson(description);
      const known = made.get(key);
      const one = known === undefined ? make() : (known as Made);
      // The last used stand last.
      made.delete(key);
      made.set(key, one);
      const [oldest] = made;
      if (made.size > most && oldest !== undefined) {
        made.delete(oldest[0]);
        oldest[1].close();
      }
      return one;
    },
    close() {
      for (const one of made.values()) one.close();
      made.clear();
    },
  };
}
