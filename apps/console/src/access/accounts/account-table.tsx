import { portalLinks } from '@sekisho/accounts';
import type { OutputOf } from '@sekisho/contract';
import { accessWordsIn } from '@sekisho/words/access';
import { Copy } from '../../shared/copy.tsx';
import { useSay } from '../../shared/say.ts';
import tableClasses from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import classes from '../access.module.css';

/** Each account with its number, environment and colour, and a link for each way to sign in. */
export function AccountTable({ map }: { readonly map: OutputOf<'access.accounts'> }) {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const links = portalLinks(map);
  return (
    <Table
      label={words.accounts}
      heads={[words.account, words.environment, words.sets, words.portal]}
      testid="accounts"
    >
      {map.accounts.map((account) => (
        <tr key={account.id} data-production={account.production || undefined}>
          <td className={tableClasses.nowrap}>
            {account.color !== null && (
              <span
                className={classes.colour}
                style={{ background: `#${account.color}` }}
                aria-hidden="true"
              />
            )}{' '}
            {[account.name, ...account.aliases].join(', ')}
            <br />
            <small>{account.id}</small> <Copy value={account.id} what={account.id} />
          </td>
          <td>{account.environment ?? words.unplaced}</td>
          <td>{account.permissionSets.map(({ name }) => name).join(', ')}</td>
          <td>
            {map.identityCenter === null ? (
              words.noPortal
            ) : (
              <div className={classes.links}>
                {links
                  .filter(({ accountId }) => accountId === account.id)
                  .map(({ permissionSet, url }) => (
                    <a key={permissionSet} href={url} target="_blank" rel="noreferrer noopener">
                      {permissionSet} ↗
                    </a>
                  ))}
              </div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
