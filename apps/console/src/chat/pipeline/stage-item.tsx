import { pipelineWords } from '@sekisho/words/pipeline';
import { Glyph } from '../../shared/glyph.tsx';
import { useSay } from '../../shared/say.ts';
import classes from './pipeline.module.css';
import type { Stage } from './stages.ts';

/** One stage: its state, and what its job printed, folded away. */
export function StageItem({ stage: { name, state, job } }: { readonly stage: Stage }) {
  const { language } = useSay();
  const words = pipelineWords(language);
  return (
    <li className={classes.stage} data-stage={name} data-state={state}>
      <div className={classes.name}>
        <Glyph name={state} />
        <span>{words.stages[name]}</span>
        <span className={classes.state}>{words.states[state]}</span>
      </div>
      {job !== null && job.log.length > 0 && (
        <details>
          <summary>{words.log(job.log.length)}</summary>
          {/* Long lines scroll; whoever has no mouse must be able to get there. */}
          <pre className={classes.log} tabIndex={0} aria-label={words.stages[name]} role="region">
            {job.log.join('\n')}
          </pre>
        </details>
      )}
    </li>
  );
}
