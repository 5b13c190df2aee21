import { Button } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { signInWords } from '@sekisho/words/sign-in';
import { useState } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Section, Waiting } from '../shared/section.tsx';
import classes from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';
import { PasskeyDialog } from './passkey-dialog.tsx';

/** What somebody shows when an approval asks for it. */
export function Passkeys({ canAdd }: { readonly canAdd: boolean }) {
  const { language } = useSay();
  const t = signInWords(language);
  const { data, error } = useVerb('passkey.list', {});
  const [adding, setAdding] = useState(false);
  const some = (data?.length ?? 0) > 0;
  const add = canAdd && (
    <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
      {t.addPasskey}
    </Button>
  );
  return (
    <>
      <Section title={t.passkeys} plain={some} aside={some ? add : null}>
        {error && <ProblemNote error={error} />}
        {!data && !error && <Waiting lines={2} height={34} />}
        {data?.length === 0 && <Empty text={t.noPasskeys} action={add} />}
        {some && (
          <Table
            label={t.passkeys}
            heads={[t.passkeyName, t.since, t.lastUsed, { text: t.remove, figure: true }]}
          >
            {data?.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </Table>
        )}
      </Section>
      {adding && <PasskeyDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function PasskeyRow({ passkey }: { readonly passkey: OutputOf<'passkey.list'>[number] }) {
  const { language, person, exact } = useSay();
  const t = signInWords(language);
  const onError = useSayError();
  const remove = useWrite('passkey.remove');
  const onSuccess = () => toast({ kind: 'done', text: t.removed(passkey.name) });
  return (
    <tr>
      <td>
        <strong>{passkey.name}</strong> <small>{person(passkey.person)}</small>
      </td>
      <td className={classes.nowrap}>{exact(passkey.createdAt)}</td>
      <td className={classes.nowrap}>
        {passkey.lastUsedAt === null ? t.never : exact(passkey.lastUsedAt)}
      </td>
      <td className={classes.figure}>
        <Button
          variant="default"
          size="compact-sm"
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: passkey.id }, { onSuccess, onError })}
        >
          {t.remove}
        </Button>
      </td>
    </tr>
  );
}
