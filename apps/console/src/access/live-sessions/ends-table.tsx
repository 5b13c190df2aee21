import type { LiveSessions } from '@sekisho/contract';
import { liveSessionsFate, liveSessionsPage, liveSessionsTrouble } from '@sekisho/words/access';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../shared/say.ts';
import tableClasses from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';

/** Accounts whose policy does not say what it should, also where nothing is to be denied any more. */
export function AccountTroubles({ accounts }: Pick<LiveSessions, 'accounts'>) {
  const { language } = useSay();
  return accounts.map(({ account, accountName, trouble }) =>
    trouble === null ? null : (
      <div key={account} data-testid="session-trouble">
        {accountName}: {liveSessionsTrouble(trouble, language)}
      </div>
    ),
  );
}

type Account = LiveSessions['accounts'][number];

/** Sessions that outlived their lease, account by account, and how full each policy is. */
export function EndsTable({ accounts }: Pick<LiveSessions, 'accounts'>) {
  const { language } = useSay();
  const words = liveSessionsPage[language];
  if (accounts.every(({ ends }) => ends.length === 0)) return null;
  const heads = [words.account, words.who, words.permissionSet, words.before, words.until];
  return (
    <Table label={words.title} heads={[...heads, words.fate]} testid="session-ends">
      {accounts.flatMap((account) =>
        account.ends.map((end) => (
          <EndRow key={`${account.account} ${end.lease}`} account={account} end={end} />
        )),
      )}
    </Table>
  );
}

interface EndRowProps {
  readonly account: Account;
  readonly end: Account['ends'][number];
}

function EndRow({ account, end }: EndRowProps) {
  const { language, person, exact, full } = useSay();
  const words = liveSessionsPage[language];
  return (
    <tr>
      <td className={tableClasses.nowrap}>
        {account.accountName}
        <br />
        <small>{words.full(account.size, account.limit)}</small>
      </td>
      <td>
        {person(end.person)}{' '}
        <Link to="/leases/$id" params={{ id: end.lease }}>
          {end.lease}
        </Link>
      </td>
      <td>{end.permissionSet}</td>
      <td className={tableClasses.nowrap} title={full(end.issuedBefore)}>
        {exact(end.issuedBefore)}
      </td>
      <td className={tableClasses.nowrap} title={full(end.until)}>
        {exact(end.until)}
      </td>
      <td>{liveSessionsFate(end, language)}</td>
    </tr>
  );
}
