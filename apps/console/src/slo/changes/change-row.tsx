import { Button } from '@mantine/core';
import type { ChangeView } from '@sekisho/contract';
import { changeWordsIn } from '@sekisho/words/slo';
import { useSay } from '../../shared/say.ts';
import { nameOfChange } from './name-of-change.ts';

interface ChangeRowProps {
  readonly change: ChangeView;
  /** Whether the reader may let it through. */
  readonly may: boolean;
  readonly onWish: (kind: 'through' | 'back') => void;
}

const glyphs = { held: '■', fix: '○', through: '●' } as const;

/** One pull request: how it stands, who let it through until when, and what can be done. */
export function ChangeRow({ change, may, onWish }: ChangeRowProps) {
  const { language, person, exact } = useSay();
  const words = changeWordsIn(language);
  const { state, by, at, until, commit } = change;
  const name = nameOfChange(change);
  return (
    <tr data-state={state}>
      <td>
        <strong>{name}</strong> <code>{commit.slice(0, 12)}</code>
      </td>
      <td>
        <span aria-hidden="true">{glyphs[state]}</span> {words.states[state]}
        {by !== null && at !== null && (
          <small style={{ display: 'block' }}>
            {words.by(
              person(by),
              exact(at),
              until === null ? words.untilPush : words.until(exact(until)),
            )}
          </small>
        )}
      </td>
      <td>
        {may && state === 'held' && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={`${words.letThrough} ${name}`}
            onClick={() => onWish('through')}
          >
            {words.letThrough}
          </Button>
        )}
        {may && state === 'through' && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={`${words.takeBack} ${name}`}
            onClick={() => onWish('back')}
          >
            {words.takeBack}
          </Button>
        )}
      </td>
    </tr>
  );
}
