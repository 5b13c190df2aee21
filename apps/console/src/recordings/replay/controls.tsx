import { Button, NativeSelect } from '@mantine/core';
import { replayWords } from '@sekisho/words/recordings';
import { Copy } from '../../shared/copy.tsx';
import { useSay } from '../../shared/say.ts';
import { clockText } from './clock.ts';
import { speeds } from './keys.ts';
import classes from './replay.module.css';
import type { Replaying } from './use-player.ts';

const silences = [1, 2, 5] as const;

interface ControlsProps {
  readonly replaying: Replaying;
  readonly longestIdle: number | null;
  readonly onIdle: (seconds: number | null) => void;
  /** What stands on the terminal now. */
  readonly text: string;
  readonly onFile: () => void;
}

/** Play, place, speed, silences, and taking the text along. */
export function Controls({ replaying, longestIdle, onIdle, text, onFile }: ControlsProps) {
  const words = replayWords[useSay().language];
  const { state, act } = replaying;
  return (
    <div className={classes.controls}>
      <Button
        className={classes.play ?? ''}
        onClick={() => act((player) => (state.playing ? player.pause() : player.play()))}
      >
        {state.playing ? words.pause : words.play}
      </Button>
      <Place replaying={replaying} />
      <NativeSelect
        aria-label={words.speed}
        title={words.speed}
        value={String(state.speed)}
        data={speeds.map((speed) => ({ value: String(speed), label: words.times(speed) }))}
        onChange={(event) => {
          const speed = Number(event.currentTarget.value);
          act((player) => player.setSpeed(speed));
        }}
      />
      <NativeSelect
        aria-label={words.idle}
        title={words.idle}
        value={String(longestIdle ?? '')}
        data={[
          { value: '', label: `${words.idle}: ${words.idleAll}` },
          ...silences.map((most) => ({
            value: String(most),
            label: `${words.idle}: ${words.idleMost(most)}`,
          })),
        ]}
        onChange={(event) => onIdle(Number(event.currentTarget.value) || null)}
      />
      <Copy value={text} what={words.theText} wide />
      <Button variant="default" size="compact-md" onClick={onFile}>
        {words.file}
      </Button>
    </div>
  );
}

function Place({ replaying }: Pick<ControlsProps, 'replaying'>) {
  const words = replayWords[useSay().language];
  const { state, reel, act } = replaying;
  const { length } = reel.timeline;
  return (
    <>
      <input
        className={classes.place}
        type="range"
        aria-label={words.place}
        aria-valuetext={words.placeOf(clockText(state.at), clockText(length))}
        min={0}
        max={length}
        step={0.1}
        value={state.at}
        onChange={(event) => {
          const at = Number(event.currentTarget.value);
          act((player) => player.seek(at));
        }}
      />
      <span className={classes.clock} data-testid="replay-clock">
        {clockText(state.at)} / {clockText(length)}
      </span>
    </>
  );
}
