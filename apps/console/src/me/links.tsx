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

/** Slack users who linked themselves to people. */
export function Links() {
  const { language } = useSay();
  const t = signInWords(language);
  const { data, error } = useVerb('people.links', {});
  const some = (data?.length ?? 0) > 0;
  return (
    <Section title={t.links} plain={some}>
      {error && <ProblemNote error={error} />}
      {!data && !error && <Waiting lines={2} height={34} />}
      {data?.length === 0 && <Empty text={t.noLinks} />}
      {some && (
        <Table label={t.links} heads={[t.slackUser, t.since, { text: t.unlink, figure: true }]}>
          {data?.map((link) => (
            <LinkRow key={link.id} link={link} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function LinkRow({ link }: { readonly link: OutputOf<'people.links'>[number] }) {
  const { language, person, exact } = useSay();
  const t = signInWords(language);
  const onError = useSayError();
  const unlink = useWrite('people.unlink');
  const onSuccess = () => toast({ kind: 'done', text: t.unlinked });
  return (
    <tr>
      <td>
        <code>
          {link.team}/{link.user}
        </code>{' '}
        <small>{person(link.person)}</small>
      </td>
      <td className={classes.nowrap}>{exact(link.linkedAt)}</td>
      <td className={classes.figure}>
        <Button
          variant="default"
          size="compact-sm"
          loading={unlink.isPending}
          onClick={() => unlink.mutate({ id: link.id }, { onSuccess, onError })}
        >
          {t.unlink}
        </Button>
      </td>
    </tr>
  );
}
