import type { MembershipLease } from '@sekisho/contract';
import { membershipWordsIn } from '@sekisho/words/membership';
import { Link } from '@tanstack/react-router';
import { LeaseActions } from '../lease/lease-actions.tsx';
import { Glyph, leaseGlyph } from '../shared/glyph.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import tableClasses from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import classes from './membership.module.css';

/** Everybody who is in a team for a term, the soonest end first, to be extended or ended. */
export function Members() {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const now = useNow(30_000);
  const { data, error, refetch } = useVerb('membership.list', {}, { every: 30_000 });
  const heads = [words.who, words.team, words.state, words.ends, words.firstThings, words.actions];
  return (
    <Section title={words.members} plain={(data?.length ?? 0) > 0}>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={2} />}
      {data?.length === 0 && <span className={classes.soft}>{words.membersNothing}</span>}
      {data && data.length > 0 && (
        <Table label={words.members} heads={heads} testid="members">
          {data.map((lease) => (
            <Row key={lease.id} lease={lease} now={now} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function Row({ lease, now }: { readonly lease: MembershipLease; readonly now: number }) {
  const { language, person, state, relative, exact, span } = useSay();
  const words = membershipWordsIn(language);
  const { id, holder, teamName, deadline, hardMaximum, durationSeconds, checklist } = lease;
  const done = checklist.filter((item) => item.done !== null).length;
  return (
    <tr>
      <td className={tableClasses.nowrap}>
        <Link to="/leases/$id" params={{ id }}>
          {person(holder)}
        </Link>
        <br />
        <small>{id}</small>
      </td>
      <td>{teamName[language]}</td>
      <td className={tableClasses.nowrap}>
        <Glyph name={leaseGlyph(lease)} size={14} /> {state(lease.state, lease.stuck)}
      </td>
      <td>
        {deadline === null ? span(durationSeconds) : relative(deadline, now, 'deadline')}
        {hardMaximum !== null && (
          <>
            <br />
            <small>
              {words.longest}: {exact(hardMaximum)}
            </small>
          </>
        )}
      </td>
      <td>{words.done(done, checklist.length)}</td>
      <td>
        <LeaseActions lease={lease} now={now} />
      </td>
    </tr>
  );
}
