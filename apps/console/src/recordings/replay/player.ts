import type { CastEvent } from './cast.ts';
import { countAt, type Timeline } from './timeline.ts';

/** What a recording is drawn on. */
export interface Screen {
  /** Resolves when it is drawn, and never rejects. */
  write(text: string): Promise<void>;
  /** Begins anew with an empty screen. */
  reset(): void;
}

/** What is played, as far as it was read. */
export interface Reel {
  readonly events: readonly CastEvent[];
  readonly timeline: Timeline;
}

/** Where a player is. */
export interface PlayerState {
  /** Seconds of playing. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: number;
}

/** Characters that are drawn before somebody who goes elsewhere is heard. */
const slice = 65_536;

export interface Player {
  state(): PlayerState;
  /** Plays from here on what is another cut of the same recording, or more of it. @param at seconds of playing; where it is when left out */
  load(reel: Reel, at?: number): void;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  setSpeed(speed: number): void;
  /** Goes on as far as time has. @param now milliseconds of any clock that runs evenly */
  tick(now: number): void;
  /** Resolves when everything up to here is drawn. */
  drawn(): Promise<void>;
}

/** Plays a recording on a screen; whoever holds it ticks it. */
export function createPlayer(screen: Screen): Player {
  let reel: Reel = { events: [], timeline: { played: [], length: 0 } };
  let state: PlayerState = { at: 0, playing: false, speed: 1 };
  let last: number | null = null;
  const drawn = createDrawing(screen, () => ({ reel, wanted: countAt(reel.timeline, state.at) }));
  const go = (at: number) => {
    const { length } = reel.timeline;
    const playing = state.playing && at < length;
    state = { ...state, at: Math.min(Math.max(0, at), length), playing };
    void drawn();
  };
  return {
    state: () => state,
    load(next, at = state.at) {
      reel = next;
      go(at);
    },
    play() {
      last = null;
      const over = state.at >= reel.timeline.length;
      state = { ...state, playing: true };
      if (over) go(0);
    },
    pause() {
      state = { ...state, playing: false };
    },
    seek: go,
    setSpeed(speed) {
      state = { ...state, speed };
    },
    tick(now) {
      const since = last === null ? 0 : Math.max(0, now - last);
      last = now;
      if (state.playing) go(state.at + (since / 1000) * state.speed);
    },
    drawn,
  };
}

interface Wanted {
  readonly reel: Reel;
  /** Events that are to be seen. */
  readonly wanted: number;
}

/** Draws one slice after another, always towards what is wanted by then: quick seeks do not pile up. */
function createDrawing(screen: Screen, aim: () => Wanted): () => Promise<void> {
  let shown = 0;
  let drawing = false;
  let done: Promise<void> = Promise.resolve();
  const draw = async () => {
    for (;;) {
      const { reel, wanted } = aim();
      if (wanted === shown) {
        // Before anybody else is heard: a seek after this moment begins to draw by itself.
        drawing = false;
        return;
      }
      if (wanted < shown) {
        screen.reset();
        shown = 0;
        continue;
      }
      const { text, next } = sliceOf(reel.events, shown, wanted);
      shown = next;
      await screen.write(text);
    }
  };
  return () => {
    if (!drawing) {
      drawing = true;
      done = draw();
    }
    return done;
  };
}

function sliceOf(events: readonly CastEvent[], from: number, until: number) {
  let text = '';
  let next = from;
  while (next < until && text.length < slice) {
    text += events[next]?.[2] ?? '';
    next += 1;
  }
  return { text, next };
}
