import type { RecordedSession } from '@sekisho/contract';
import {
  recordingStateWords,
  sessionKindWords,
  sessionsPage,
  unrecordedText,
} from '@sekisho/words/recordings';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useNow } from '../shared/use-now.ts';
import classes from './recordings.module.css';
import { useWho } from './use-who.ts';

interface SessionTableProps {
  readonly label: string;
  readonly sessions: readonly RecordedSession[];
  /** The session that the keyboard is on. */
  readonly chosen?: string | null;
  /** Whether the page is one lease's, whose place needs no saying. */
  readonly ofLease?: boolean;
}

/** Sessions as rows: who, when, what for, where to, and what of it is recorded. */
export function SessionTable(props: SessionTableProps) {
  const { label, sessions, chosen = null, ofLease = false } = props;
  const { t, language } = useSay();
  const words = sessionsPage[language];
  const place = ofLease ? [] : [t.common.environment, t.common.lease];
  const heads = [words.session, words.who, words.when, ...place, words.what, words.recording];
  const figures = { text: words.commands, figure: true as const };
  return (
    <Table label={label} heads={[...heads, figures]} testid="sessions">
      {sessions.map((session) => (
        <Row key={session.id} session={session} chosen={session.id === chosen} ofLease={ofLease} />
      ))}
    </Table>
  );
}

interface RowProps {
  readonly session: RecordedSession;
  readonly chosen: boolean;
  readonly ofLease: boolean;
}

function Row({ session, chosen, ofLease }: RowProps) {
  const { id, lease, environment, production, recording, commands } = session;
  const { language } = useSay();
  const words = sessionsPage[language];
  const who = useWho();
  const lost = unrecordedText(session, language);
  return (
    <tr
      data-chosen={chosen || undefined}
      data-production={(production && !ofLease) || undefined}
      data-testid={`session-${id}`}
    >
      <td className={classes.id}>
        {session.mayRead ? (
          <Link to="/sessions/$id" params={{ id }}>
            {id}
          </Link>
        ) : (
          <span title={words.notYours}>{id}</span>
        )}
      </td>
      <td className={table.nowrap}>{who(session)}</td>
      <td className={table.nowrap}>
        <When session={session} />
      </td>
      {!ofLease && <td>{environment}</td>}
      {!ofLease && (
        <td className={classes.id}>
          <Link to="/leases/$id" params={{ id: lease }}>
            {lease}
          </Link>
        </td>
      )}
      <td>
        {sessionKindWords[session.kind][language]}
        {targetsOf(session).map((target) => (
          <small key={target} className={classes.target}>
            → {target}
          </small>
        ))}
      </td>
      <td className={classes.kept}>
        {recordingStateWords[recording][language]}
        {lost !== '' && <small className={classes.below}>{lost}</small>}
      </td>
      <td className={table.figure}>{commands === 0 ? '–' : commands}</td>
    </tr>
  );
}

/** Each once, whoever says so. */
function targetsOf({ forwardedTo }: RecordedSession): readonly string[] {
  return [...new Set(forwardedTo.map(({ host, port }) => `${host}:${port}`))];
}

/** When it began, and for how long it was open. */
export function When({ session }: { readonly session: RecordedSession }) {
  const { language, exact, full, span } = useSay();
  const words = sessionsPage[language];
  const now = useNow(30_000);
  const { startedAt, endedAt } = session;
  const until = endedAt === null ? now : Date.parse(endedAt);
  const seconds = Math.max(0, Math.round((until - Date.parse(startedAt)) / 1000));
  return (
    <span title={full(startedAt)}>
      {exact(startedAt)}
      <small className={classes.below}>
        {endedAt === null && (
          <>
            <Glyph name="active" size={10} /> {words.goesOn}{' '}
          </>
        )}
        {words.sinceThen(span(seconds))}
      </small>
    </span>
  );
}
