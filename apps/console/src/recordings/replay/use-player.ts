import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Cast } from './cast.ts';
import { createPlayer, type Player, type PlayerState, type Reel } from './player.ts';
import { type DrawnScreen, openScreen } from './screen.ts';
import { playedAt, recordedAt, timelineOf } from './timeline.ts';

/** A recording that is being replayed. */
export interface Replaying {
  /** Where the terminal is drawn. */
  readonly host: RefObject<HTMLDivElement | null>;
  readonly state: PlayerState;
  readonly reel: Reel;
  /** Does something with the player and shows what became of it. */
  readonly act: (deed: (player: Player) => void) => void;
  /** What stands on the terminal, as text. */
  readonly text: () => string;
}

/** Milliseconds without a frame, as while another tab is seen: they are not played. */
const away = 1000;

/** CSS pixels at both sides of the terminal, as replay.module.css has it. */
const padding = 16;

const still: PlayerState = { at: 0, playing: false, speed: 1 };

/** Replays a recording on a terminal. @param longestIdle seconds of silence that are played at most */
export function usePlayer(cast: Cast, longestIdle: number | null): Replaying {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = cast.header;
  const [house, setHouse] = useState<{ player: Player; screen: DrawnScreen } | null>(null);
  const [state, setState] = useState<PlayerState>(still);
  const reel = useReel(cast, longestIdle);
  const loaded = useRef<Reel | null>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const screen = openScreen(element, { width, height });
    const fit = () => screen.fit(element.clientWidth - padding);
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    loaded.current = null;
    setHouse({ player: createPlayer(screen), screen });
    return () => {
      watch.disconnect();
      screen.dispose();
    };
  }, [width, height]);
  useEffect(() => {
    if (house === null) return;
    const before = loaded.current;
    const { player } = house;
    const at = before === null ? 0 : recordedAt(before.timeline, before.events, player.state().at);
    player.load(reel, playedAt(reel.timeline, reel.events, at));
    loaded.current = reel;
    setState(player.state());
  }, [house, reel]);
  useFrames(house?.player ?? null, state.playing, setState);
  const act = useCallback<Replaying['act']>(
    (deed) => {
      if (house === null) return;
      deed(house.player);
      setState(house.player.state());
    },
    [house],
  );
  const text = useCallback(() => house?.screen.text() ?? '', [house]);
  return { host, state, reel, act, text };
}

function useReel({ events }: Cast, longestIdle: number | null): Reel {
  return useMemo(
    () => ({ events, timeline: timelineOf(events, longestIdle) }),
    [events, longestIdle],
  );
}

/** Ticks a player with each frame while it plays. */
function useFrames(
  player: Player | null,
  playing: boolean,
  show: (state: PlayerState) => void,
): void {
  useEffect(() => {
    if (player === null || !playing) return;
    let before = performance.now();
    let frame = 0;
    const step = (now: number) => {
      if (now - before > away) player.play();
      before = now;
      player.tick(now);
      show(player.state());
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [player, playing, show]);
}
