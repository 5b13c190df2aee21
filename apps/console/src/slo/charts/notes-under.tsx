import { causeNames } from '@sekisho/words/slo';
import { useMemo } from 'react';
import { useSay } from '../../shared/say.ts';
import { useVerb } from '../../shared/use-verb.ts';
import classes from './notes.module.css';
import { type Noted, notesIn } from './notes-in.ts';
import { onAxis } from './plot-options.ts';

interface NotesUnderProps {
  readonly service: string;
  readonly from: string;
  readonly to: string;
}

/** Deploys, incidents and operations of the service, under the same axis; nothing where nothing was noted. */
export function NotesUnder({ service, from, to }: NotesUnderProps) {
  const { t, language, exact } = useSay();
  // A note is written after what it tells of, so later entries count too.
  const entries = useVerb(
    'timeline.list',
    { service, since: from, limit: 200 },
    { keepPrevious: true },
  );
  const notes = useMemo(
    () => notesIn(entries.data ?? [], { from: Date.parse(from), to: Date.parse(to) }),
    [entries.data, from, to],
  );
  if (notes.length === 0) return null;
  const when = (note: Noted) =>
    note.to === null ? exact(note.from) : `${exact(note.from)} – ${exact(note.to)}`;
  return (
    <div data-testid="notes">
      <p className={classes.caption}>{t.sloCharts.noted}</p>
      <div className={classes.track} style={onAxis} aria-hidden="true">
        {notes.map(({ number, kind, x, width }) => (
          <span
            key={number}
            data-kind={kind}
            style={{ left: `${x * 100}%`, width: `${width * 100}%` }}
          />
        ))}
      </div>
      <ol className={classes.list}>
        {notes.map((note) => (
          <li key={note.number} data-kind={note.kind}>
            {causeNames[note.kind][language]}: {note.text}{' '}
            <span className={classes.when}>{when(note)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
