import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { isOver } from '../shared/lease-facts.ts';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import { EntryList } from '../timeline/entry-list.tsx';
import { ConnectPanel } from './connect-panel.tsx';
import { ImageOfServer } from './image-of-server.tsx';
import { LaneOfLease } from './lane-of-lease.tsx';
import { LeaseCard } from './lease-card.tsx';
import classes from './lease-page.module.css';
import { PlanOfJob } from './plan-of-job.tsx';
import { Progress } from './progress.tsx';

const MembershipDetail = lazy(() =>
  import('../membership/membership-detail.tsx').then((loaded) => ({
    default: loaded.MembershipDetail,
  })),
);

/** After the first load: most who look at a lease look at its card. */
const SessionsOfLease = lazy(() =>
  import('../recordings/sessions-of-lease.tsx').then((loaded) => ({
    default: loaded.SessionsOfLease,
  })),
);

/** One lease: its card, what it is doing, how to connect, what happened to it. */
export function LeasePage() {
  const { t } = useSay();
  const { id } = useParams({ from: '/leases/$id' });
  const me = useMe();
  const now = useNow();
  const lease = useVerb('lease.show', { id }, { every: 5_000 });
  const entries = useVerb('timeline.list', { lease: id, limit: 200 });
  const sessions = useVerb('ops.who', {});
  if (lease.error && !lease.data) {
    return (
      <Page title={t.lease.title(id)}>
        <ProblemNote error={lease.error} retry={() => void lease.refetch()} />
        <p>
          <Link to="/history">{t.lease.notFoundBack}</Link>
        </p>
      </Page>
    );
  }
  if (!lease.data) {
    return (
      <Page title={t.lease.title(id)}>
        <Waiting lines={3} height={110} />
      </Page>
    );
  }
  const open = (sessions.data ?? []).filter((session) => session.lease === id).length;
  const server = lease.data.kind === 'ops-server' ? lease.data : null;
  const mayConnect = lease.data.state === 'active' && me.person !== null;
  return (
    <Page title={t.lease.title(id)}>
      <LeaseCard lease={lease.data} now={now} sessions={open} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {mayConnect && server !== null && <ConnectPanel lease={server} />}
          {lease.data.kind === 'ci-role' && lease.data.plan !== null && <PlanOfJob id={id} />}
          <Course lease={lease.data} entries={entries.data ?? []} now={now} />
          {/* Of containers nobody tells sessions. */}
          {server?.readyAt && server.provider === 'aws' && <Sessions lease={server} />}
          <Section title={t.lease.timeline}>
            {entries.error && (
              <ProblemNote error={entries.error} retry={() => void entries.refetch()} />
            )}
            {entries.data && <EntryList entries={entries.data} now={now} />}
            {!entries.data && !entries.error && <Waiting />}
          </Section>
        </div>
        {(!isOver(lease.data) || lease.data.state === 'failed' || lease.data.state === 'ended') && (
          <div
            className={classes.side}
            data-busy={(lease.data.step !== 'ready' && !isOver(lease.data)) || undefined}
          >
            <Progress lease={lease.data} />
            {server !== null && <ImageOfServer lease={server} now={now} />}
          </div>
        )}
      </div>
    </Page>
  );
}

function Sessions({ lease }: Parameters<typeof ConnectPanel>[0]) {
  return (
    <Suspense fallback={<Waiting lines={1} />}>
      <SessionsOfLease lease={lease} />
    </Suspense>
  );
}

/** How it came about and goes on: the parts of a membership, the lanes of anything else. */
function Course({ lease, entries, now }: Parameters<typeof LaneOfLease>[0]) {
  const { t } = useSay();
  if (lease.kind === 'membership') {
    return (
      <Suspense fallback={<Waiting />}>
        <MembershipDetail lease={lease} />
      </Suspense>
    );
  }
  return (
    <Section title={t.lease.lanes}>
      <LaneOfLease lease={lease} entries={entries} now={now} />
    </Section>
  );
}
