import { useMemo } from 'react';
import { Lanes } from '../lanes/lanes.tsx';
import { useMe } from '../shared/me.ts';
import { useNow } from '../shared/use-now.ts';
import { useVerb } from '../shared/use-verb.ts';
import { axisWidth } from './charts/plot-options.ts';

/** Who had what while the budget burned. */
export function LanesUnder({ from, to }: { readonly from: string; readonly to: string }) {
  const { environments } = useMe();
  const now = useNow(30_000);
  const leases = useVerb(
    'ops.history',
    { since: from, until: to, limit: 200 },
    { keepPrevious: true },
  );
  const entries = useVerb(
    'timeline.list',
    { since: from, until: to, limit: 200 },
    { keepPrevious: true },
  );
  const span = useMemo(() => ({ from: Date.parse(from), to: Date.parse(to) }), [from, to]);
  return (
    <Lanes
      environments={environments}
      leases={leases.data ?? []}
      entries={entries.data ?? []}
      span={span}
      now={now}
      inset={axisWidth}
    />
  );
}
