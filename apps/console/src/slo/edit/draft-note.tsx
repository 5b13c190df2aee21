import { Button } from '@mantine/core';
import { editorWordsIn } from '@sekisho/words/slo';
import { useSay } from '../../shared/say.ts';
import classes from './edit.module.css';

interface DraftNoteProps {
  /** Whether the file has changed since the draft was begun. */
  readonly stale: boolean;
  readonly onDrop: () => void;
}

/** Says that what is shown is a draft, and throws it away. */
export function DraftNote({ stale, onDrop }: DraftNoteProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  return (
    <div className={classes.draft} role="status">
      <p>
        {words.draftBack} {stale && <strong>{words.draftStale}</strong>}
      </p>
      <Button variant="default" size="compact-md" onClick={onDrop}>
        {words.draftThrowAway}
      </Button>
    </div>
  );
}
