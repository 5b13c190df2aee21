import type { RecordedSession } from '@sekisho/contract';
import {
  recordingStateWords,
  sessionKindWords,
  sessionNotes,
  sessionsPage,
} from '@sekisho/words/recordings';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Copy } from '../shared/copy.tsx';
import { useSay } from '../shared/say.ts';
import classes from './recordings.module.css';
import { When } from './session-table.tsx';
import { useWho } from './use-who.ts';

interface SessionFactsProps {
  readonly session: RecordedSession;
  /** Sessions that were open on the server at the same time. */
  readonly beside: readonly string[];
}

/** Who, when, where, what for, where to, and what nobody recorded. */
export function SessionFacts({ session, beside }: SessionFactsProps) {
  const { t, language } = useSay();
  const words = sessionsPage[language];
  const who = useWho();
  const { lease, environment, account, region, instanceId, document, reason } = session;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.who, who(session)],
    [words.owner, <code key="owner">{session.owner}</code>],
    [words.when, <When key="when" session={session} />],
    [t.common.lease, <LeaseLink key="lease" id={lease} />],
    [
      words.server,
      <Server key="server" id={instanceId} at={`${environment} · ${account} · ${region}`} />,
    ],
    [words.what, sessionKindWords[session.kind][language]],
    [words.forwardedTo, <Targets key="to" session={session} />],
    [words.document, document],
    [t.common.reason, reason],
    [words.recording, recordingStateWords[session.recording][language]],
  ];
  const has = { [words.forwardedTo]: session.forwardedTo.length > 0 };
  return (
    <>
      <dl className={classes.facts} data-testid="session-facts">
        {facts.map(([name, value]) =>
          value === null || has[name] === false ? null : (
            <Fact key={name} name={name} value={value} />
          ),
        )}
      </dl>
      <Notes session={session} beside={beside} />
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function LeaseLink({ id }: { readonly id: string }) {
  return (
    <Link to="/leases/$id" params={{ id }}>
      {id}
    </Link>
  );
}

function Server({ id, at }: { readonly id: string; readonly at: string }) {
  const { t } = useSay();
  return (
    <>
      <code>{id}</code> <Copy value={id} what={t.common.instance} /> {at}
    </>
  );
}

function Targets({ session }: Pick<SessionFactsProps, 'session'>) {
  const words = sessionsPage[useSay().language];
  return session.forwardedTo.map(({ host, port, by }) => (
    <div key={`${host}:${port} ${by}`}>
      {host}:{port} <small>({by === 'audit' ? words.byAudit : words.bySaying})</small>
    </div>
  ));
}

/** What is honest to say of what is shown. */
function Notes({ session, beside }: SessionFactsProps) {
  const { language } = useSay();
  const notes = sessionNotes(session, beside, language);
  if (notes.length === 0) return null;
  return (
    <div className={classes.notes} data-testid="session-notes">
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
