import { Button } from '@mantine/core';
import { Glyph } from './glyph.tsx';
import { tell } from './problem.ts';
import classes from './problem-note.module.css';
import { useSay } from './say.ts';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** A failure in our words: why, what to do, and the original one click away. */
export function ProblemNote({ error, retry }: ProblemNoteProps) {
  const { t } = useSay();
  const told = tell(error, t);
  return (
    <div className={classes.note} role="alert">
      <Glyph name="failed" />
      <div className={classes.words}>
        <strong>{told.why}</strong>
        <div>{told.fix}</div>
        {(told.code || told.behind) && (
          <details>
            <summary>{t.common.details}</summary>
            {told.code && (
              <div>
                {t.common.code}: <code>{told.code}</code>
              </div>
            )}
            {told.requestId && (
              <div>
                {t.common.request}: <code>{told.requestId}</code>
              </div>
            )}
            {told.behind && (
              <div>
                {t.common.behind}: <code>{told.behind}</code>
              </div>
            )}
          </details>
        )}
      </div>
      {retry && (
        <Button variant="default" size="compact-md" onClick={retry}>
          {t.common.retry}
        </Button>
      )}
    </div>
  );
}
