import { Button } from '@mantine/core';
import { useState } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Section, Waiting } from '../shared/section.tsx';
import classes from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';
import { TokenDialog } from './token-dialog.tsx';

/** Tokens of programs: what they may call, until when, and taking them away. */
export function Tokens() {
  const { t } = useSay();
  const tokens = useVerb('token.list', {});
  const [making, setMaking] = useState(false);
  const make = (
    <Button variant="default" size="compact-md" onClick={() => setMaking(true)}>
      {t.people.makeToken}
    </Button>
  );
  const some = (tokens.data?.length ?? 0) > 0;
  return (
    <>
      <Section title={t.people.tokens} plain={some} aside={some ? make : null}>
        {tokens.error && <ProblemNote error={tokens.error} />}
        {!tokens.data && !tokens.error && <Waiting lines={2} height={34} />}
        {tokens.data?.length === 0 && <Empty text={t.people.noTokens} action={make} />}
        {some && <TokenTable />}
      </Section>
      {/* Outside of the section, which is drawn anew when the first token comes: it is shown once. */}
      {making && <TokenDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function TokenTable() {
  const { people } = useSay().t;
  const tokens = useVerb('token.list', {});
  return (
    <Table
      label={people.tokens}
      heads={[
        people.name,
        people.scopes,
        people.expires,
        people.lastUsed,
        { text: people.revoke, figure: true },
      ]}
    >
      {tokens.data?.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </Table>
  );
}

type Token = NonNullable<ReturnType<typeof useVerb<'token.list'>>['data']>[number];

function TokenRow({ token }: { readonly token: Token }) {
  const { t, person, exact } = useSay();
  const onError = useSayError();
  const revoke = useWrite('token.revoke');
  const act = () =>
    revoke.mutate(
      { id: token.id },
      {
        onSuccess: () => toast({ kind: 'done', text: t.people.revoked(token.name) }),
        onError,
      },
    );
  return (
    <tr>
      <td>
        <strong>{token.name}</strong> <small>{person(token.owner)}</small> <code>{token.id}</code>
      </td>
      <td>
        <code>{token.scopes.join(' ')}</code>
      </td>
      <td className={classes.nowrap}>{exact(token.expiresAt)}</td>
      <td className={classes.nowrap}>{token.lastUsedAt ? exact(token.lastUsedAt) : '–'}</td>
      <td className={classes.figure}>
        {token.revokedAt ? (
          t.people.isRevoked
        ) : (
          <Button variant="default" size="compact-sm" loading={revoke.isPending} onClick={act}>
            {t.people.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}
