import { useMediaQuery } from '@mantine/hooks';
import type { AnyLease } from '@sekisho/contract';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { LeaseCard } from '../lease/lease-card.tsx';
import { AskLink } from '../shared/ask-link.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import { useReturn } from '../shell/use-return.ts';
import { EndsSoon } from './ends-soon.tsx';
import classes from './now.module.css';
import { NowLanes } from './now-lanes.tsx';
import { sortLeases } from './sort-leases.ts';

/** Drawn after the first load; the page does without it where its code does not come, and says so. */
const NowSlos = lazy(() =>
  import('./now-slos.tsx').then(
    (loaded) => ({ default: loaded.NowSlos }),
    (error: unknown) => ({ default: () => <PartFailed error={error} /> }),
  ),
);

/** What is lent now, what waits, what ends soon. */
export function NowPage() {
  const { t } = useSay();
  const me = useMe();
  const now = useNow();
  const live = useVerb('lease.list', {}, { every: 15_000 });
  const sessions = useVerb('ops.who', {}, { every: 30_000 });
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const sorted = useMemo(
    () => sortLeases(live.data ?? [], me.person?.id ?? null),
    [live.data, me.person],
  );
  const sessionsOf = (id: string) => sessions.data?.filter(({ lease }) => lease === id).length ?? 0;
  const { waiting, reviews, open } = sorted;
  const urgent = <WaitingForSomebody waiting={waiting} reviews={reviews} now={now} />;
  const slos = (
    <Suspense fallback={<Waiting lines={1} height={20} />}>
      <NowSlos now={now} />
    </Suspense>
  );
  return (
    <Page title={t.now.title} lead={t.now.lead} actions={<AskLink />}>
      {/* At 3 a.m. with one thumb: what waits and what fires comes before the drawing. */}
      {phone && urgent}
      {phone && slos}
      <NowLanes now={now} />
      {!phone && slos}
      {live.error && <ProblemNote error={live.error} retry={() => void live.refetch()} />}
      {!live.data && !live.error && <Waiting lines={3} height={104} />}
      {live.data && (
        <div className={classes.columns}>
          <div className={classes.column}>
            {!phone && urgent}
            <Section title={t.now.has} plain={open.length > 0}>
              {open.length === 0 && <Empty text={t.now.nobody} action={<AskLink />} />}
              <div className={classes.cards} data-testid="open">
                {open.map((lease) => (
                  <LeaseCard
                    key={lease.id}
                    lease={lease}
                    now={now}
                    sessions={sessionsOf(lease.id)}
                  />
                ))}
              </div>
            </Section>
          </div>
          <div className={classes.column}>
            <EndsSoon leases={open} now={now} />
            {reaches(me, 'sre') && <Link to="/sweep">{t.now.sweep}</Link>}
          </div>
        </div>
      )}
    </Page>
  );
}

interface WaitingForSomebodyProps {
  readonly waiting: readonly AnyLease[];
  readonly reviews: readonly AnyLease[];
  readonly now: number;
}

function PartFailed({ error }: { readonly error: unknown }) {
  const retry = useReturn(error);
  return <ProblemNote error={error} retry={retry} />;
}

/** Requests that wait for a yes, and reviews that are owed. */
function WaitingForSomebody({ waiting, reviews, now }: WaitingForSomebodyProps) {
  const { t } = useSay();
  return (
    <>
      <Cards title={t.now.waiting} leases={waiting} now={now} testid="waiting" />
      <Cards title={t.now.reviews} leases={reviews} now={now} testid="reviews" />
    </>
  );
}

interface CardsProps {
  readonly title: string;
  readonly leases: readonly AnyLease[];
  readonly now: number;
  readonly testid: string;
}

function Cards({ title, leases, now, testid }: CardsProps) {
  if (leases.length === 0) return null;
  return (
    <Section title={title} plain>
      <div className={classes.cards} data-testid={testid}>
        {leases.map((lease) => (
          <LeaseCard key={lease.id} lease={lease} now={now} />
        ))}
      </div>
    </Section>
  );
}
