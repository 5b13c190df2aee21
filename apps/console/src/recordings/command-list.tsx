import type { RecordedCommand } from '@sekisho/contract';
import { useSay } from '../shared/say.ts';
import classes from './recordings.module.css';

/** Commands of a session of which nothing can be replayed. */
export function CommandList({ commands }: { readonly commands: readonly RecordedCommand[] }) {
  const { exact, full } = useSay();
  return (
    <div className={classes.found} data-testid="commands">
      <ol>
        {commands.map(({ number, at, text }) => (
          <li key={number}>
            {at !== null && <small title={full(at)}>{exact(at)}</small>}
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
