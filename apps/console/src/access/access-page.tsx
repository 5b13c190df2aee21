import { accessWordsIn } from '@sekisho/words/access';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { LeaseCard } from '../lease/lease-card.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import classes from './access.module.css';
import { AskAccess } from './ask-access.tsx';
import { CouldTable } from './could-table.tsx';
import { DriftSection } from './drift-section.tsx';
import { LiveSessionsSection } from './live-sessions/live-sessions-section.tsx';
import { useAsking } from './use-asking.ts';

/** AWS access: asking for it, what I have, what I could have and why, and what nothing explains. */
export function AccessPage() {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const me = useMe();
  const form = useRef<HTMLFormElement>(null);
  const possible = useVerb('access.could', {}, { enabled: me.person !== null, every: 60_000 });
  const asking = useAsking(possible.data ?? [], form);
  const { data, error, refetch } = possible;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<Link to="/accounts">{words.toAccounts}</Link>}
    >
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && me.person !== null && <Waiting lines={4} height={60} />}
      {data && data.length === 0 && <Empty text={words.couldNothing} />}
      {data && data.length > 0 && (
        <>
          <Section title={words.ask}>
            <AskAccess form={form} possible={data} asking={asking} />
          </Section>
          <Mine />
          <Section title={words.could} plain>
            <CouldTable possible={data} onChoose={asking.choose} />
          </Section>
        </>
      )}
      {reaches(me, 'sre') && !(error && !data) && <DriftSection />}
      {reaches(me, 'sre') && !(error && !data) && <LiveSessionsSection />}
    </Page>
  );
}

/** What the reader has now or waits for, with its time, its way in, and its end. */
function Mine() {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const me = useMe();
  const now = useNow();
  const holder = me.person?.id ?? '';
  const mine = useVerb('access.list', { holder }, { enabled: holder !== '', every: 15_000 });
  return (
    <Section title={words.mine} plain={(mine.data?.length ?? 0) > 0}>
      {mine.error && !mine.data && (
        <ProblemNote error={mine.error} retry={() => void mine.refetch()} />
      )}
      {!mine.data && !mine.error && <Waiting lines={1} height={100} />}
      {mine.data?.length === 0 && <span className={classes.soft}>{words.mineNothing}</span>}
      <div className={classes.mine} data-testid="my-access">
        {mine.data?.map((lease) => (
          <LeaseCard key={lease.id} lease={lease} now={now} />
        ))}
      </div>
    </Section>
  );
}
