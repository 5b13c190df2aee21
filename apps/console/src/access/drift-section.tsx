import type { DriftFinding } from '@sekisho/contract';
import { accessWordsIn } from '@sekisho/words/access';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import tableClasses from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import classes from './access.module.css';

/** Assignments that no lease and no standing access explains, and what becomes of them. */
export function DriftSection() {
  const { language, relative } = useSay();
  const words = accessWordsIn(language);
  const now = useNow(30_000);
  const { data, error, refetch } = useVerb('access.drift', {}, { every: 60_000 });
  return (
    <Section title={words.drift}>
      <p className={classes.soft}>
        {words.driftLead} {data?.lookedAt && words.lookedAt(relative(data.lookedAt, now))}
      </p>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={1} />}
      {data && data.lookedAt === null && <p>{words.driftNever}</p>}
      {data && data.lookedAt !== null && data.findings.length === 0 && <p>{words.driftNone}</p>}
      {data && data.unanswered.length > 0 && (
        <p role="status">{words.unanswered(data.unanswered.join(', '))}</p>
      )}
      {data && data.findings.length > 0 && (
        <Table
          label={words.driftFound(data.findings.length)}
          heads={[words.account, words.permissionSet, words.who, words.firstSeen, words.removal]}
          testid="drift"
        >
          {data.findings.map((found) => (
            <Row key={JSON.stringify(found)} found={found} now={now} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function Row({ found, now }: { readonly found: DriftFinding; readonly now: number }) {
  const { language, person, exact, full, relative } = useSay();
  const words = accessWordsIn(language);
  const { account, accountName, permissionSet, principalKind, principal, removedAfter } = found;
  return (
    <tr>
      <td className={tableClasses.nowrap}>
        {accountName}
        <br />
        <small>{account}</small>
      </td>
      <td>{permissionSet}</td>
      <td>
        {principalKind === 'group' ? words.group(principal) : principal}
        {found.person !== null && <small> {person(found.person)}</small>}
      </td>
      <td className={tableClasses.nowrap} title={full(found.firstSeenAt)}>
        {exact(found.firstSeenAt)}
      </td>
      <td>
        {removedAfter === null ? words.onlyTold : words.removedAfter(relative(removedAfter, now))}
      </td>
    </tr>
  );
}
