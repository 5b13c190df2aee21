import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { TextFilter } from '../history/history-filters.tsx';
import { useMe } from '../shared/me.ts';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { withFilter } from '../shared/search-params.ts';
import type { TimelineSearch } from './search.ts';
import classes from './timeline.module.css';

/** The filters of the timeline; each change goes into the address. */
export function TimelineFilters({ search }: { readonly search: TimelineSearch }) {
  const { t, person } = useSay();
  const me = useMe();
  const roster = useRoster();
  const navigate = useNavigate();
  const set = (name: keyof TimelineSearch) => (value: string) =>
    void navigate({
      to: '/timeline',
      search: withFilter({ ...search }, name, value),
      replace: true,
    });
  const all = { value: '', label: t.common.all };
  return (
    <div className={classes.filters} role="search">
      <NativeSelect
        label={t.timeline.actor}
        value={search.actor ?? ''}
        onChange={(event) => set('actor')(event.currentTarget.value)}
        data={[all, ...roster.map(({ id }) => ({ value: id, label: person(id) }))]}
      />
      <NativeSelect
        label={t.common.environment}
        value={search.environment ?? ''}
        onChange={(event) => set('environment')(event.currentTarget.value)}
        data={[all, ...me.environments.map(({ name }) => ({ value: name, label: name }))]}
      />
      <TextFilter
        label={t.common.lease}
        placeholder="ops-7k3f9q2m"
        value={search.lease ?? ''}
        onSettle={set('lease')}
      />
      <TextFilter
        label={t.history.since}
        placeholder={t.history.sinceExample}
        value={search.since ?? ''}
        onSettle={set('since')}
      />
      <TextFilter label={t.history.until} value={search.until ?? ''} onSettle={set('until')} />
    </div>
  );
}
