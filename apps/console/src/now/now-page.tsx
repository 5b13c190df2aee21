import { useMemo } from 'react';
import { Lanes } from '../lanes/lanes.tsx';
import { LeaseCard } from '../lease/lease-card.tsx';
import { ButtonLink } from '../shared/button-link.tsx';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import { EndsSoon } from './ends-soon.tsx';
import classes from './now.module.css';
import { sortLeases } from './sort-leases.ts';

const hour = 3_600_000;

/** What is lent now, what waits, what ends soon. */
export function NowPage() {
  const { t } = useSay();
  const now = useNow();
  const live = useVerb('ops.list', {}, { every: 15_000 });
  const sessions = useVerb('ops.who', {}, { every: 30_000 });
  const { waiting, open, reviews } = useMemo(() => sortLeases(live.data ?? []), [live.data]);
  const sessionsOf = (id: string) => sessions.data?.filter(({ lease }) => lease === id).length ?? 0;
  const ask = <ButtonLink to="/ask">{t.now.start}</ButtonLink>;
  return (
    <Page title={t.now.title} lead={t.now.lead} actions={ask}>
      <NowLanes now={now} />
      {live.error && <ProblemNote error={live.error} retry={() => void live.refetch()} />}
      {!live.data && !live.error && <Waiting lines={3} height={104} />}
      {live.data && (
        <div className={classes.columns}>
          <div className={classes.column}>
            {waiting.length > 0 && (
              <Section title={t.now.waiting} plain>
                <div className={classes.cards} data-testid="waiting">
                  {waiting.map((lease) => (
                    <LeaseCard key={lease.id} lease={lease} now={now} />
                  ))}
                </div>
              </Section>
            )}
            {reviews.length > 0 && (
              <Section title={t.now.reviews} plain>
                <div className={classes.cards}>
                  {reviews.map((lease) => (
                    <LeaseCard key={lease.id} lease={lease} now={now} />
                  ))}
                </div>
              </Section>
            )}
            <Section title={t.now.has} plain={open.length > 0}>
              {open.length === 0 && <Empty text={t.now.nobody} action={ask} />}
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
          <EndsSoon leases={open} now={now} />
        </div>
      )}
    </Page>
  );
}

function NowLanes({ now }: { readonly now: number }) {
  const { t } = useSay();
  const me = useMe();
  // Asked again each quarter of an hour at most, not with every second of the clock.
  const quarter = Math.floor(now / 900_000) * 900_000;
  // One pixel is about a minute: drawing it anew each second would show nothing.
  const step = Math.floor(now / 15_000) * 15_000;
  const since = new Date(quarter - 12 * hour).toISOString();
  const past = useVerb('ops.history', { since, limit: 500 }, { keepPrevious: true });
  const live = useVerb('ops.list', {});
  const entries = useVerb('timeline.list', { since, limit: 1000 }, { keepPrevious: true });
  const leases = useMemo(() => {
    const byId = new Map([...(past.data ?? []), ...(live.data ?? [])].map((one) => [one.id, one]));
    return [...byId.values()];
  }, [past.data, live.data]);
  const span = useMemo(() => ({ from: step - 12 * hour, to: step + 4 * hour }), [step]);
  return (
    <Section title={t.lanes.drawing}>
      {past.data && live.data ? (
        <Lanes
          environments={me.environments}
          leases={leases}
          entries={entries.data ?? []}
          span={span}
          now={step}
        />
      ) : (
        <Waiting lines={me.environments.length} height={28} />
      )}
    </Section>
  );
}
