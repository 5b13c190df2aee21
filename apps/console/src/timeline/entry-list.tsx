import type { Entry } from '@sekisho/contract';
import { entryText } from '@sekisho/words';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import { timeZone } from '../shared/moments.ts';
import { useSay } from '../shared/say.ts';
import classes from './timeline.module.css';

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly now: number;
  /** Shows which lease each line is about; not on the lease's own page. */
  readonly withLease?: boolean;
  readonly chosen?: number | null;
}

/** Lines of the timeline, newest first: when, what happened, in whose words. */
export function EntryList({ entries, now, withLease = false, chosen = null }: EntryListProps) {
  const { language, person, relative, full } = useSay();
  return (
    <ol className={classes.entries} data-testid="entries">
      {entries.map((entry) => (
        <li
          key={entry.number}
          className={classes.entry}
          data-chosen={entry.number === chosen || undefined}
          data-action={entry.action}
        >
          <span className={classes.number}>{entry.number}</span>
          <span className={classes.text}>
            {entry.outcome === 'refused' && <Glyph name="failed" size={12} />}{' '}
            {entryText(entry, language, { nameOf: person, timeZone })}
            {Object.entries(entry.texts).map(([name, text]) => (
              <q key={name} className={classes.quote}>
                {text}
              </q>
            ))}
          </span>
          {withLease && entry.lease && (
            <Link className={classes.lease} to="/leases/$id" params={{ id: entry.lease }}>
              {entry.lease}
            </Link>
          )}
          <time className={classes.when} dateTime={entry.at} title={full(entry.at)}>
            {relative(entry.at, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
