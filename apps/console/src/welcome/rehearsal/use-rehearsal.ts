import { useCallback, useEffect, useRef, useState } from 'react';
import { useSayError } from '../../shared/use-say-error.ts';
import { begin, play } from './play.ts';
import { beatMs, nextBeat, skipReading, stepOf, type Watched } from './player.ts';

/** Minutes that one call plays on the way to the next step. */
const hurry = 1;

/** What is being watched stays while somebody looks at the chat meanwhile; its clock stands still. */
let kept: Watched | null = null;

export interface RehearsalPlayer {
  readonly watched: Watched | null;
  readonly paused: boolean;
  readonly busy: boolean;
  readonly start: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Plays on, without waiting, until another step begins. */
  readonly next: () => void;
  readonly leave: () => void;
}

/** Plays an incident beat by beat; the server judges each minute when its beat has come. */
export function useRehearsal(): RehearsalPlayer {
  const [watched, setWatched] = useState<Watched | null>(() => kept);
  const [paused, setPaused] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = useRef(0);
  const onError = useSayError();

  /** Does one thing at a time; what belongs to an incident that was left is dropped. */
  const work = useCallback(
    async (doIt: () => Promise<Watched | null>) => {
      const mine = run.current;
      setBusy(true);
      try {
        const after = await doIt();
        if (run.current === mine) setWatched(after);
      } catch (error) {
        if (run.current !== mine) return;
        setPaused(true);
        onError(error as Error);
      } finally {
        if (run.current === mine) setBusy(false);
      }
    },
    [onError],
  );

  useEffect(() => {
    kept = watched;
  }, [watched]);

  useEffect(() => {
    if (watched === null || paused || busy || watched.over) return;
    const timer = setTimeout(() => void work(() => beat(watched)), beatMs);
    return () => clearTimeout(timer);
  }, [watched, paused, busy, work]);

  const reset = () => {
    run.current += 1;
    setWatched(null);
    setPaused(false);
    setBusy(false);
  };
  return {
    ...{ watched, paused, busy },
    start() {
      reset();
      void work(async () => ({ begun: await begin(), minutes: [], over: false, read: 0 }));
    },
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    next() {
      if (watched !== null && !busy) void work(() => toNextStep(watched));
    },
    leave: reset,
  };
}

async function beat(watched: Watched, most = Number.POSITIVE_INFINITY): Promise<Watched> {
  const wanted = nextBeat(watched);
  if (wanted === 'over') return watched;
  if (wanted === 'read') return { ...watched, read: watched.read + 1 };
  const { minutes, over } = await play(watched.begun.id, Math.min(wanted.play, most));
  return { ...watched, minutes: [...watched.minutes, ...minutes], over };
}

async function toNextStep(watched: Watched): Promise<Watched> {
  const step = stepOf(watched);
  let now = skipReading(watched);
  while (!now.over && stepOf(now) === step) now = await beat(now, hurry);
  return now;
}
