import { Button } from '@mantine/core';
import type { AnyLease } from '@sekisho/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AskLink } from '../shared/ask-link.tsx';
import { ButtonLink } from '../shared/button-link.tsx';
import { client } from '../shared/client.ts';
import { download } from '../shared/download.ts';
import { everyPage, pageSize } from '../shared/every-page.ts';
import { Pager, rowsShown } from '../shared/pager.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import { useBusy } from '../shared/use-busy.ts';
import { useRowKeys } from '../shared/use-row-keys.ts';
import { useVerb } from '../shared/use-verb.ts';
import { leasesCsv } from './csv.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryTable } from './history-table.tsx';
import { type HistorySearch, historyInput } from './search.ts';

/** Everything that was ever lent; the filters are in the address. */
export function HistoryPage() {
  const { t } = useSay();
  const search = useSearch({ from: '/history' });
  const navigate = useNavigate();
  const input = historyInput(search, rowsShown);
  const leases = useVerb('lease.history', input, { keepPrevious: true });
  const rows = leases.data ?? [];
  const chosen = useRowKeys(
    rows.map(({ id }) => id),
    (id) => void navigate({ to: '/leases/$id', params: { id } }),
  );
  const actions = (
    <>
      <ButtonLink to="/sessions" variant="default">
        {t.history.sessions}
      </ButtonLink>
      <ButtonLink to="/costs" variant="default">
        {t.costs.title}
      </ButtonLink>
      <Csv search={search} disabled={rows.length === 0} />
    </>
  );
  return (
    <Page title={t.history.title} lead={t.history.lead} actions={actions}>
      <HistoryFilters search={search} />
      {leases.error && <ProblemNote error={leases.error} retry={() => void leases.refetch()} />}
      {!leases.data && !leases.error && <Waiting lines={8} height={36} />}
      {leases.data && rows.length === 0 && <Nothing search={search} />}
      {rows.length > 0 && <HistoryTable leases={rows} chosen={chosen} />}
      <Pager
        before={search.before}
        last={rows.length === rowsShown ? (rows.at(-1)?.id ?? null) : null}
      />
    </Page>
  );
}

/** Saves everything that fits the filters, however many pages that is. */
function Csv({ search, disabled }: { readonly search: HistorySearch; readonly disabled: boolean }) {
  const { t } = useSay();
  const { busy, run } = useBusy();
  const save = async () => {
    const { before: _shown, ...filters } = search;
    const leases = await everyPage<AnyLease>((last) =>
      client.call('lease.history', {
        ...historyInput(filters, pageSize),
        ...(last === null ? {} : { before: last.id }),
      }),
    );
    download('sekisho-history.csv', leasesCsv(leases), 'text/csv;charset=utf-8');
  };
  return (
    <Button variant="default" disabled={disabled} loading={busy} onClick={() => run(save)}>
      {t.history.csv}
    </Button>
  );
}

function Nothing({ search }: { readonly search: HistorySearch }) {
  const { t } = useSay();
  if (Object.keys(search).length === 0) {
    return <Empty text={t.history.none} action={<AskLink />} />;
  }
  const clear = (
    <ButtonLink to="/history" variant="default">
      {t.history.clear}
    </ButtonLink>
  );
  return <Empty text={t.history.noneFits} action={clear} />;
}
