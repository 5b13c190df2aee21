import { Button } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { signInWords } from '@sekisho/words/sign-in';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Section, Waiting } from '../shared/section.tsx';
import classes from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';

/** Where people are signed in: one's own, for admins everyone's. */
export function Sessions() {
  const { language } = useSay();
  const t = signInWords(language);
  const { data, error } = useVerb('session.list', {});
  const some = (data?.length ?? 0) > 0;
  return (
    <Section title={t.sessions} plain={some}>
      {error && <ProblemNote error={error} />}
      {!data && !error && <Waiting lines={2} height={34} />}
      {data?.length === 0 && <Empty text={t.noSessions} />}
      {some && (
        <Table
          label={t.sessions}
          heads={[t.client, t.from, t.since, t.until, { text: t.end, figure: true }]}
        >
          {data?.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function SessionRow({ session }: { readonly session: OutputOf<'session.list'>[number] }) {
  const { language, person, exact } = useSay();
  const t = signInWords(language);
  const onError = useSayError();
  const revoke = useWrite('session.revoke');
  const onSuccess = () => toast({ kind: 'done', text: t.ended });
  return (
    <tr>
      <td>
        <strong>{session.client}</strong> <small>{person(session.person)}</small>{' '}
        <small>
          {t.kinds[session.kind]}
          {session.current && ` · ${t.here}`}
        </small>
      </td>
      <td>{session.address}</td>
      <td className={classes.nowrap}>{exact(session.createdAt)}</td>
      <td className={classes.nowrap}>{exact(session.expiresAt)}</td>
      <td className={classes.figure}>
        <Button
          variant="default"
          size="compact-sm"
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ id: session.id }, { onSuccess, onError })}
        >
          {t.end}
        </Button>
      </td>
    </tr>
  );
}
