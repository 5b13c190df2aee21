import {
  EnvironmentFilter,
  Filters,
  PersonFilter,
  SpanFilters,
  TextFilter,
  useSetFilter,
} from '../shared/filters.tsx';
import { useSay } from '../shared/say.ts';
import type { TimelineSearch } from './search.ts';

/** The filters of the timeline; each change goes into the address. */
export function TimelineFilters({ search }: { readonly search: TimelineSearch }) {
  const { t } = useSay();
  const set = useSetFilter();
  return (
    <Filters>
      <PersonFilter label={t.timeline.actor} value={search.actor} onChange={set('actor')} />
      <EnvironmentFilter value={search.environment} onChange={set('environment')} />
      <TextFilter
        label={t.common.lease}
        placeholder="ops-7k3f9q2m"
        value={search.lease}
        onChange={set('lease')}
      />
      <SpanFilters search={search} set={set} />
    </Filters>
  );
}
