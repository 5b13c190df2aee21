import { accessWordsIn } from '@sekisho/words/access';
import { Link } from '@tanstack/react-router';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../../shared/section.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import { AccountTable } from './account-table.tsx';
import { Formats } from './formats.tsx';

/** The account map: every account with its ways in, and the same for other tools to copy. */
export function AccountsPage() {
  const { language } = useSay();
  const words = accessWordsIn(language);
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
        </>
      )}
    </Page>
  );
}
