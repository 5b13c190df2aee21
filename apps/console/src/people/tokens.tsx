import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from '../history/history.module.css';
import { tell } from '../shared/problem.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Section, Waiting } from '../shared/section.tsx';
import { toast } from '../shared/toasts.ts';
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
  const { t } = useSay();
  const tokens = useVerb('token.list', {});
  return (
    <div className={classes.scroll} role="group" aria-label={t.people.tokens} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t.people.name}</th>
            <th scope="col">{t.people.scopes}</th>
            <th scope="col">{t.people.expires}</th>
            <th scope="col">{t.people.lastUsed}</th>
            <th scope="col">{t.people.revoke}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.data?.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Token = NonNullable<ReturnType<typeof useVerb<'token.list'>>['data']>[number];

function TokenRow({ token }: { readonly token: Token }) {
  const { t, person, exact } = useSay();
  const revoke = useWrite('token.revoke');
  const act = () =>
    revoke.mutate(
      { id: token.id },
      {
        onSuccess: () => toast({ kind: 'done', text: t.people.revoked(token.name) }),
        onError: (error) => {
          const { why, fix } = tell(error, t);
          toast({ kind: 'error', text: why, fix });
        },
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
