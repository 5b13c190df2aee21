import { membershipWordsIn } from '@sekisho/words/membership';
import { LeaseCard } from '../lease/lease-card.tsx';
import { isOver } from '../shared/lease-facts.ts';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import { JoinForm } from './join-form.tsx';
import { Members } from './members.tsx';
import classes from './membership.module.css';
import { MembershipDetail } from './membership-detail.tsx';

/** Teams that one joins for a term: one's own terms, what could be joined and what it brings, and for SREs who is in. */
export function MembershipPage() {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const me = useMe();
  const { data, error, refetch } = useVerb('membership.teams', {}, { every: 60_000 });
  return (
    <Page title={words.title} lead={words.lead}>
      <Mine />
      <Section title={words.join}>
        {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
        {!data && !error && <Waiting lines={3} height={60} />}
        {data && data.length === 0 && <p>{words.joinNothing}</p>}
        {data && data.length > 0 && <JoinForm teams={data} />}
      </Section>
      {reaches(me, 'sre') && <Members />}
    </Page>
  );
}

/** One's own terms, with what they grant, what to do first, and what was done. */
function Mine() {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const me = useMe();
  const now = useNow();
  const id = me.person?.id ?? '';
  const { data, error, refetch } = useVerb(
    'membership.list',
    { person: id },
    { enabled: id !== '', every: 15_000 },
  );
  const mine = data?.filter((lease) => !isOver(lease)) ?? [];
  return (
    <>
      <Section title={words.mine} plain={mine.length > 0}>
        {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
        {!data && !error && id !== '' && <Waiting lines={1} height={100} />}
        {mine.length === 0 && (data || id === '') && (
          <span className={classes.soft}>{words.mineNothing}</span>
        )}
        <div className={classes.stack} data-testid="my-memberships">
          {mine.map((lease) => (
            <LeaseCard key={lease.id} lease={lease} now={now} />
          ))}
        </div>
      </Section>
      {mine.map((lease) => (
        <MembershipDetail key={lease.id} lease={lease} />
      ))}
    </>
  );
}
