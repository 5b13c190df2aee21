import type { BurdenRole, OutputOf } from '@sekisho/contract';
import { listOf } from '@sekisho/words';
import { accessWordsIn, burdenPage } from '@sekisho/words/access';
import { Copy } from '../../shared/copy.tsx';
import { useSay } from '../../shared/say.ts';
import tableClasses from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import access from '../access.module.css';
import type { BurdenProps } from './burden-props.ts';
import { lookLines, notLooked } from './not-looked.ts';

interface BurdenRolesProps extends BurdenProps {
  readonly burden: OutputOf<'access.burden'>;
}

/** IAM roles that nobody used, and the accounts of which nothing is known. */
export function BurdenRoles({ burden, accounts }: BurdenRolesProps) {
  const { language } = useSay();
  const words = burdenPage[language];
  const { roles, rolesMore, roleLooks } = burden;
  return (
    <>
      <h3>{words.roles}</h3>
      {roles.length === 0 && roleLooks.some(({ lookedAt }) => lookedAt !== null) && (
        <p>{words.rolesNothing}</p>
      )}
      {roles.length > 0 && (
        <Table
          label={words.roles}
          heads={[accessWordsIn(language).account, words.role, words.lastUsed, words.created]}
          testid="burden-roles"
        >
          {roles.map((role) => (
            <Row key={`${role.account} ${role.role}`} role={role} />
          ))}
        </Table>
      )}
      {rolesMore > 0 && <p className={access.soft}>{words.rolesMore(rolesMore)}</p>}
      <NotLooked burden={burden} accounts={accounts} />
    </>
  );
}

function Row({ role: row }: { readonly role: BurdenRole }) {
  const { language, exact, full } = useSay();
  const words = burdenPage[language];
  const { accountName, production, role, inMap, lastUsedAt, createdAt, region } = row;
  return (
    <tr data-production={production || undefined}>
      <td className={tableClasses.nowrap}>{accountName}</td>
      <td>
        {role} {inMap && <small>{words.inMap}</small>}
      </td>
      <td
        className={tableClasses.nowrap}
        title={lastUsedAt === null ? undefined : full(lastUsedAt)}
      >
        {lastUsedAt === null ? words.never : exact(lastUsedAt)} {region && <small>{region}</small>}
      </td>
      <td className={tableClasses.nowrap} title={full(createdAt)}>
        {exact(createdAt)}
      </td>
    </tr>
  );
}

/** Accounts that nobody named a role for, with the lines that do it; and those that wait for their first look. */
function NotLooked({ burden, accounts }: BurdenRolesProps) {
  const { language } = useSay();
  const words = burdenPage[language];
  const { roleLooks, rolesNotLookedAt } = burden;
  const dark = notLooked(accounts, roleLooks);
  const first = roleLooks.filter(({ lookedAt }) => lookedAt === null);
  const names = first.map(({ accountName }) => accountName);
  const unjudged = rolesNotLookedAt.map(({ accountName, role }) => `${accountName} ${role}`);
  return (
    <>
      {first.length > 0 && <p role="status">{words.firstLook(listOf(names, language))}</p>}
      {unjudged.length > 0 && <p>{words.unjudged(listOf(unjudged, language))}</p>}
      {dark.length > 0 && (
        <details data-testid="not-looked">
          <summary>{words.notLooked(dark.length)}</summary>
          <p>{words.lookHow}</p>
          <Copy value={lookLines(dark)} what={words.snippet} wide />
          <pre className={access.text}>{lookLines(dark)}</pre>
        </details>
      )}
    </>
  );
}
