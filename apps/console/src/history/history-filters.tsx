import { kindNames } from '@sekisho/words/leases';
import {
  ChoiceFilter,
  EnvironmentFilter,
  Filters,
  PersonFilter,
  SpanFilters,
  TextFilter,
  useSetFilter,
} from '../shared/filters.tsx';
import { useSay } from '../shared/say.ts';
import { type HistorySearch, kindChoices, stateChoices } from './search.ts';

/** The filters of History; each change goes into the address. */
export function HistoryFilters({ search }: { readonly search: HistorySearch }) {
  const { t, state, language } = useSay();
  const set = useSetFilter();
  const states = stateChoices.map((value) => ({ value, label: state(value) }));
  return (
    <Filters>
      <TextFilter
        label={t.history.search}
        type="search"
        value={search.search}
        onChange={set('search')}
      />
      <ChoiceFilter
        label={t.history.kind}
        choices={kindChoices.map((value) => ({ value, label: kindNames[value][language] }))}
        value={search.kind}
        onChange={set('kind')}
      />
      <EnvironmentFilter value={search.environment} onChange={set('environment')} />
      <PersonFilter label={t.common.holder} value={search.holder} onChange={set('holder')} />
      <ChoiceFilter
        label={t.common.state}
        choices={states}
        value={search.state}
        onChange={set('state')}
      />
      <SpanFilters search={search} set={set} />
    </Filters>
  );
}
