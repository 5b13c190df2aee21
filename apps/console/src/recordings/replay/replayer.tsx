import type { RecordedCommand } from '@sekisho/contract';
import { recordingPhrases, replayWords } from '@sekisho/words/recordings';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { download } from '../../shared/download.ts';
import { useSay } from '../../shared/say.ts';
import { type Cast, castFile } from './cast.ts';
import { Commands } from './commands.tsx';
import { Controls } from './controls.tsx';
import { deedOf } from './keys.ts';
import { placesOf } from './places.ts';
import classes from './replay.module.css';
import { playedAt } from './timeline.ts';
import { type Replaying, usePlayer } from './use-player.ts';

interface ReplayerProps {
  readonly id: string;
  readonly cast: Cast;
  readonly commands: readonly RecordedCommand[];
  /** Whether reading ended before the recording does. */
  readonly cut: boolean;
  /** Number of the command to begin at. */
  readonly from: number | null;
}

/** Replays a recording on a terminal, with its commands beside it. */
export function Replayer({ id, cast, commands, cut, from }: ReplayerProps) {
  const words = replayWords[useSay().language];
  const [longestIdle, setLongestIdle] = useState<number | null>(2);
  const replaying = usePlayer(cast, longestIdle);
  const { act, state, reel } = replaying;
  const places = useMemo(() => placesOf(commands, cast), [commands, cast]);
  const played = useMemo(() => playedPlaces(places, reel), [places, reel]);
  const text = useText(replaying);
  const current = commands.findLast(({ number }) => (played.get(number) ?? Infinity) <= state.at);
  useBeginAt(from === null ? undefined : played.get(from), act);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isControl(event.target)) return;
    const deed = deedOf(
      event.key,
      [...played.values()].toSorted((a, b) => a - b),
    );
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    act(deed);
  };
  return (
    <section className={classes.stage} aria-label={words.name(id)} onKeyDown={onKeyDown}>
      <div
        className={classes.screen}
        ref={replaying.host}
        role="application"
        aria-label={words.screen}
        tabIndex={0}
        data-testid="replay-screen"
      />
      <Controls
        replaying={replaying}
        longestIdle={longestIdle}
        onIdle={setLongestIdle}
        text={text}
        onFile={() => download(`${id}.cast`, castFile(cast), 'application/x-asciicast')}
      />
      <Commands commands={commands} played={played} current={current?.number ?? null} act={act} />
      <Notes cast={cast} cut={cut} />
      <details>
        <summary>{words.asText}</summary>
        <pre className={classes.text} tabIndex={0} data-testid="replay-text">
          {text}
        </pre>
      </details>
    </section>
  );
}

/** What is to be known of what is seen, and the keys. */
function Notes({ cast, cut }: Pick<ReplayerProps, 'cast' | 'cut'>) {
  const { language } = useSay();
  const words = replayWords[language];
  return (
    <p className={classes.soft}>
      {cast.timing === 'by-line' && <strong>{recordingPhrases.byLine[language]} </strong>}
      {cut && <strong>{words.cut} </strong>}
      {!cut && !cast.whole && <span>{words.reading} </span>}
      <span className={classes.keys}>{words.keys}</span>
    </p>
  );
}

/** Goes to where the reader came for, once, as soon as that was read. */
function useBeginAt(at: number | undefined, act: Replaying['act']): void {
  const begun = useRef(false);
  useEffect(() => {
    if (at === undefined || begun.current) return;
    act((player) => {
      begun.current = true;
      player.seek(at);
    });
  }, [at, act]);
}

/** Buttons, fields and the slider have keys of their own. */
function isControl(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[data-testid="replay-screen"]') !== null) return false;
  return target.closest('button, input, select, textarea, summary, pre') !== null;
}

function playedPlaces(
  places: ReadonlyMap<number, number>,
  { timeline, events }: Replaying['reel'],
): ReadonlyMap<number, number> {
  return new Map(
    [...places].map(([number, recorded]) => [number, playedAt(timeline, events, recorded)]),
  );
}

/** What stands on the terminal, read when it stands still. */
function useText({ state, text }: Replaying): string {
  const [read, setRead] = useState('');
  const { at, playing } = state;
  useEffect(() => {
    if (playing) return;
    // A moment later, when it is drawn.
    const timer = setTimeout(() => setRead(text()), 150);
    return () => clearTimeout(timer);
  }, [at, playing, text]);
  return read;
}
