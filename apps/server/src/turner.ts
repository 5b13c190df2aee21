import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is done again and again: at once while there is some, else when woken or after a pause. */
export interface Turner {
  /** Makes the next turn come at once. */
  wake(): void;
  /** When the last turn ended well; null before the first. */
  readonly turnedAt: Date | null;
  /** Settles when the first turn has ended, well or not, or there will be none. */
  readonly first: Promise<void>;
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

export interface TurnerOptions {
  /** Does one turn; answers how much there was to do. */
  readonly turn: () => Promise<number>;
  readonly pauseMs: number;
  readonly onFailure: (error: unknown) => void;
  /** The first turn waits until this has settled; it must not reject. */
  readonly after?: Promise<void>;
}

const pauseAfterFailureMs = 1000;

/** Starts turning. A failing turn is told and tried again after a second. */
export function startTurner({ turn, pauseMs, onFailure, after }: TurnerOptions): Turner {
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
  const firstEnded = Promise.withResolvers<void>();
  const stopping = new Promise<void>((stop) =>
    stopped.signal.addEventListener('abort', () => stop(), { once: true }),
  );
  const run = async () => {
    if (after !== undefined) await Promise.race([after, stopping]);
    while (!stopped.signal.aborted) {
      woken = false;
      try {
        const done = await turn();
        turnedAt = new Date();
        firstEnded.resolve();
        if (done === 0) await pause(pauseMs);
      } catch (error) {
        onFailure(error);
        firstEnded.resolve();
        await pause(pauseAfterFailureMs);
      }
    }
    firstEnded.resolve();
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
    first: firstEnded.promise,
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
