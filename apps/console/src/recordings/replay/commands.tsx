import type { RecordedCommand } from '@sekisho/contract';
import { replayWords } from '@sekisho/words/recordings';
import { memo } from 'react';
import { useSay } from '../../shared/say.ts';
import { clockText } from './clock.ts';
import classes from './replay.module.css';
import type { Replaying } from './use-player.ts';

interface CommandsProps {
  readonly commands: readonly RecordedCommand[];
  /** Seconds of playing at which a command is, by its number. */
  readonly played: ReadonlyMap<number, number>;
  /** Number of the last command that was played. */
  readonly current: number | null;
  readonly act: Replaying['act'];
}

/** Commands beside the terminal: a press goes to where one was run. Drawn anew only when the current one changes. */
export const Commands = memo(function CommandsList(props: CommandsProps) {
  const { commands, played, current, act } = props;
  const words = replayWords[useSay().language];
  if (commands.length === 0) return null;
  return (
    <ol className={classes.commands} data-testid="replay-commands">
      {commands.map(({ number, text }) => {
        const place = played.get(number);
        return (
          <li key={number}>
            <button
              type="button"
              disabled={place === undefined}
              title={place === undefined ? words.noPlace : words.jump(text)}
              aria-current={current === number || undefined}
              onClick={() => {
                if (place !== undefined) act((player) => player.seek(place));
              }}
            >
              <small>{place === undefined ? '–' : clockText(place)}</small>
              <code>{text}</code>
            </button>
          </li>
        );
      })}
    </ol>
  );
});
