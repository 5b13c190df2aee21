import { pipelineWords } from '@sekisho/words/pipeline';
import { Glyph } from '../../shared/glyph.tsx';
import { useSay } from '../../shared/say.ts';
import type { Pipeline, Status } from './api.ts';
import classes from './pipeline.module.css';

const glyphs = { error: 'failed', failure: 'failed', pending: 'waiting', success: 'done' } as const;

/** What others say of the pull request's newest commit, as its page at GitHub shows it. */
export function Checks({ pipeline: { pull } }: { readonly pipeline: Pipeline }) {
  const { language } = useSay();
  const words = pipelineWords(language);
  if (pull.statuses.length === 0) return null;
  return (
    <ul className={classes.stages} aria-label={words.checks}>
      {pull.statuses.map((status) => (
        <Check key={status.context} status={status} />
      ))}
    </ul>
  );
}

function Check({ status: { context, state, description } }: { readonly status: Status }) {
  return (
    <li className={classes.stage} data-check={context} data-state={state}>
      <div className={classes.name}>
        <Glyph name={glyphs[state]} />
        <span>{context}</span>
        <span className={classes.state}>{description}</span>
      </div>
    </li>
  );
}
