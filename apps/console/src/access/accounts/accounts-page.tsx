import { accessWordsIn } from '@sekisho/words/access';
import { Link } from '@tanstack/react-router';
import { reaches, useMe } from '../../shared/me.ts';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../../shared/section.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import { Burden } from '../burden/burden.tsx';
import { AccountTable } from './account-table.tsx';
import { Formats } from './formats.tsx';

/** The account map: every account with its ways in, the same for other tools to copy, and for SREs its burden. */
export function AccountsPage() {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const me = useMe();
  const { data, error, refetch } = useVerb('access.accounts', {});
  return (
    <Page
      title={words.accounts}
      lead={words.accountsLead}
      actions={<Link to="/access">{words.toAccess}</Link>}
    >
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} height={48} />}
      {data && data.accounts.length === 0 && <Empty text={words.accountsNothing} />}
      {data && data.accounts.length > 0 && (
        <>
          <AccountTable map={data} />
          <Section title={words.formats}>
            <Formats map={data} />
          </Section>
          {reaches(me, 'sre') && data.identityCenter !== null && (
            <Burden accounts={data.accounts} />
          )}
        </>
      )}
    </Page>
  );
}
