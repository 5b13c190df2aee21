import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is done again and again: at once while there is some, else when woken or after a pause. */
export interface Turner {
  /** Makes the next turn come at once. */
  wake(): void;
  /** When the last turn ended well; null before the first. */
  readonly turnedAt: Date | null;
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

export interface TurnerOptions {
  /** Does one turn; answers how much there was to do. */
  readonly turn: () => Promise<number>;
  readonly pauseMs: number;
  readonly onFailure: (error: unknown) => void;
}

const pauseAfterFailureMs = 1000;

/** Starts turning. A failing turn is told and tried again after a second. */
export function startTurner({ turn, pauseMs, onFailure }: TurnerOptions): Turner {
  const stopped = new AbortController();
  let waiting = new AbortController();
  let woken = false;
  let turnedAt: Date | null = null;
  const pause = async (milliseconds: number) => {
    if (woken || stopped.signal.aborted) return;
    waiting = new AbortController();
    const signal = AbortSignal.any([waiting.signal, stopped.signal]);
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  };
  const run = async () => {
    while (!stopped.signal.aborted) {
      woken = false;
      try {
        const done = await turn();
        turnedAt = new Date();
        if (done === 0) await pause(pauseMs);
      } catch (error) {
        onFailure(error);
        await pause(pauseAfterFailureMs);
      }
    }
  };
  const running = run();
  return {
    wake() {
      woken = true;
      waiting.abort();
    },
    get turnedAt() {
      return turnedAt;
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
