import type { AnyLease } from '@sekisho/contract';
import { useMemo } from 'react';
import { Lanes } from '../lanes/lanes.tsx';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import { lanesSpan } from './span.ts';

const hour = 3_600_000;

/** The lanes of the last 12 hours and the next 4. */
export function NowLanes({ now }: { readonly now: number }) {
  const { t } = useSay();
  const me = useMe();
  // Asked again each quarter of an hour at most, not with every second of the clock.
  const quarter = Math.floor(now / 900_000) * 900_000;
  const step = Math.floor(now / 15_000) * 15_000;
  const since = new Date(quarter - 12 * hour).toISOString();
  // History knows when they were asked for: what ended this morning may be of yesterday.
  const asked = new Date(quarter - 36 * hour).toISOString();
  const past = useVerb('ops.history', { since: asked, limit: 1000 }, { keepPrevious: true });
  const live = useVerb('lease.list', {});
  const entries = useVerb('timeline.list', { since, limit: 1000 }, { keepPrevious: true });
  const leases = useMemo(() => {
    const all: AnyLease[] = [...(past.data ?? []), ...(live.data ?? [])];
    const byId = new Map(all.map((one) => [one.id, one]));
    return [...byId.values()];
  }, [past.data, live.data]);
  const span = useMemo(() => lanesSpan(step), [step]);
  if (past.error && !past.data) {
    return <ProblemNote error={past.error} retry={() => void past.refetch()} />;
  }
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
