/** Something to wait on that others ring; a ring before the wait counts. */
export interface Bell {
  ring(): void;
  /** Forgets earlier rings. */
  still(): void;
  /** Resolves at the next ring, or after so many milliseconds. */
  wait(longestMs: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring() {
      rung = true;
      wake();
    },
    still() {
      rung = false;
    },
    wait: (longestMs) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, longestMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (rung) wake();
      }),
  };
}
