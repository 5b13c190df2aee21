import { Checkbox } from '@mantine/core';
import { sessionsPage } from '@sekisho/words/recordings';
import { useNavigate } from '@tanstack/react-router';
import {
  EnvironmentFilter,
  Filters,
  PersonFilter,
  SpanFilters,
  TextFilter,
} from '../shared/filters.tsx';
import { useSay } from '../shared/say.ts';
import { withFilter } from '../shared/search-params.ts';
import type { SessionsSearch } from './search.ts';

/** The filters of sessions, and the search in their commands; each change goes into the address. */
export function SessionFilters({ search }: { readonly search: SessionsSearch }) {
  const { t, language } = useSay();
  const words = sessionsPage[language];
  const set = useSet();
  return (
    <Filters>
      <TextFilter
        label={words.find}
        type="search"
        placeholder={words.findExample}
        value={search.find}
        onChange={set('find')}
      />
      <TextFilter label={t.common.lease} value={search.lease} onChange={set('lease')} />
      <PersonFilter label={words.who} value={search.person} onChange={set('person')} />
      <EnvironmentFilter value={search.environment} onChange={set('environment')} />
      <SpanFilters search={search} set={set} />
      {search.find !== undefined && (
        <Checkbox
          label={words.regex}
          checked={search.regex !== undefined}
          onChange={(event) => set('regex')(event.currentTarget.checked ? '1' : '')}
        />
      )}
    </Filters>
  );
}

/** Sets one filter; a list and a search that go on begin anew with it. */
function useSet(): (name: string) => (value: string) => void {
  const navigate = useNavigate();
  return (name) => (value) =>
    void navigate({
      to: '.',
      search: ((search: Record<string, string>) =>
        withFilter(
          withFilter(withFilter(search, 'before', ''), 'after', ''),
          name,
          value,
        )) as never,
      replace: true,
    });
}
