import { editorWordsIn, reviewWordsIn } from '@sekisho/words/slo';
import { sloStateWords } from '@sekisho/words/terminal';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ButtonLink } from '../shared/button-link.tsx';
import { ChoiceFilter, Filters, TextFilter, useSetFilter } from '../shared/filters.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import { useRowKeys } from '../shared/use-row-keys.ts';
import { useVerb } from '../shared/use-verb.ts';
import { BreakShop } from './break-shop.tsx';
import { useWords } from './compare/use-words.ts';
import { flagChoices, type SlosSearch, slosInput } from './search.ts';
import { SloTable } from './slo-table.tsx';

/** Budgets are judged by the minute, without an entry for each. */
const every = 60_000;

/** Every SLO, the lowest budget first; the filters are in the address. */
export function SlosPage() {
  const { t } = useSay();
  const { practice } = useMe();
  const search = useSearch({ from: '/slos' });
  const navigate = useNavigate();
  const list = useVerb('slo.list', slosInput(search), { keepPrevious: true, every });
  const slos = list.data ?? [];
  const chosen = useRowKeys(
    slos.map(({ id }) => id),
    (id) => void navigate({ to: '/slos/$id', params: { id } }),
  );
  return (
    <Page title={t.slo.title} lead={t.slo.lead} actions={<Actions practice={practice} />}>
      <SloFilters search={search} />
      {list.error && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <Waiting lines={6} height={44} />}
      {list.data && slos.length === 0 && <Nothing search={search} />}
      {slos.length > 0 && <SloTable slos={slos} chosen={chosen} />}
    </Page>
  );
}

function Actions({ practice }: { readonly practice: boolean }) {
  const words = useWords();
  const { language } = useSay();
  const me = useMe();
  return (
    <>
      {practice && <BreakShop />}
      {reaches(me, 'member') && (
        <ButtonLink to="/definition" variant="default">
          {editorWordsIn(language).newSlo}
        </ButtonLink>
      )}
      <ButtonLink to="/review" variant="default">
        {reviewWordsIn(language).title}
      </ButtonLink>
      <ButtonLink to="/sources" variant="default">
        {words.sources}
      </ButtonLink>
    </>
  );
}

function SloFilters({ search }: { readonly search: SlosSearch }) {
  const { t, language } = useSay();
  const set = useSetFilter();
  const flags = flagChoices.map((value) => ({ value, label: sloStateWords[value][language] }));
  return (
    <Filters>
      <ChoiceFilter
        label={t.slo.state}
        choices={flags}
        value={search.filter}
        onChange={set('filter')}
      />
      <TextFilter label={t.slo.service} value={search.service} onChange={set('service')} />
    </Filters>
  );
}

function Nothing({ search }: { readonly search: SlosSearch }) {
  const { t } = useSay();
  const filtered = search.filter !== undefined || search.service !== undefined;
  if (!filtered) return <Empty text={t.slo.none} />;
  const all = (
    <ButtonLink to="/slos" variant="default">
      {t.slo.clear}
    </ButtonLink>
  );
  return <Empty text={t.slo.noneFits} action={all} />;
}
