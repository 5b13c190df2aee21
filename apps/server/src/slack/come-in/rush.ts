/** Knows whether something is being taken in, so that work that can wait lets it go first. */
export interface Rush {
  /** Counts as being taken in while it runs. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is being taken in, after so many milliseconds at the latest. */
  calm(mostMs: number): Promise<void>;
}

export function createRush(): Rush {
  let running = 0;
  let waiting: (() => void)[] = [];
  const settle = () => {
    running -= 1;
    if (running > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    async during(work) {
      running += 1;
      return work().finally(settle);
    },
    async calm(mostMs) {
      if (running === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const late = setTimeout(resolve, mostMs);
      waiting.push(resolve);
      await promise;
      clearTimeout(late);
    },
  };
}
