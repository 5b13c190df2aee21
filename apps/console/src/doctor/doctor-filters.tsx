import { doctorPage } from '@sekisho/words/doctor';
import { ChoiceFilter, Filters, useSetFilter } from '../shared/filters.tsx';
import { useSay } from '../shared/say.ts';
import { accountsOf, type DoctorSearch } from './search.ts';
import type { Examined } from './use-examination.ts';

interface DoctorFiltersProps {
  readonly search: DoctorSearch;
  readonly findings: Examined['findings'];
}

/** How bad, and of which account; each change goes into the address. */
export function DoctorFilters({ search, findings }: DoctorFiltersProps) {
  const words = doctorPage[useSay().language];
  const set = useSetFilter();
  const accounts = [...accountsOf(findings, search.account)].map(([id, names]) => ({
    value: id,
    label: [...names, id].join(' · '),
  }));
  return (
    <Filters>
      <ChoiceFilter
        label={words.show}
        value={search.level}
        choices={[
          { value: 'warning', label: words.wrong },
          { value: 'error', label: words.errors },
        ]}
        onChange={set('level')}
      />
      <ChoiceFilter
        label={words.account}
        value={search.account}
        choices={accounts}
        onChange={set('account')}
      />
    </Filters>
  );
}
