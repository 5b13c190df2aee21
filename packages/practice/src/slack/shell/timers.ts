/** Timers that all end when the server closes. */
export interface Timers {
  /** Waits; false when the server closed meanwhile. */
  wait(milliseconds: number): Promise<boolean>;
  close(): void;
}

/** Real timers that never hold the process open on their own. */
export function startTimers(): Timers {
  const waiting = new Map<NodeJS.Timeout, (elapsed: boolean) => void>();
  let closed = false;
  return {
    wait(milliseconds) {
      if (closed) return Promise.resolve(false);
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(timer);
          resolve(true);
        }, milliseconds).unref();
        waiting.set(timer, resolve);
      });
    },
    close() {
      closed = true;
      for (const [timer, resolve] of waiting) {
        clearTimeout(timer);
        resolve(false);
      }
      waiting.clear();
    },
  };
}
