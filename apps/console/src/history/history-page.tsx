import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { ButtonLink } from '../shared/button-link.tsx';
import { download } from '../shared/download.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import { useRowKeys } from '../shared/use-row-keys.ts';
import { useVerb } from '../shared/use-verb.ts';
import { leasesCsv } from './csv.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryTable } from './history-table.tsx';
import { historyInput } from './search.ts';

/** Everything that was ever lent; the filters are in the address. */
export function HistoryPage() {
  const { t } = useSay();
  const search = useSearch({ from: '/history' });
  const navigate = useNavigate();
  const [limit, setLimit] = useState(50);
  const leases = useVerb('ops.history', historyInput(search, limit), { keepPrevious: true });
  const rows = leases.data ?? [];
  const open = useCallback(
    (row: number) => {
      const id = leases.data?.[row]?.id;
      if (id) void navigate({ to: '/leases/$id', params: { id } });
    },
    [leases.data, navigate],
  );
  const { chosen } = useRowKeys(rows.length, open);
  const csv = (
    <Button
      variant="default"
      disabled={rows.length === 0}
      onClick={() => download('sekisho-history.csv', leasesCsv(rows), 'text/csv;charset=utf-8')}
    >
      {t.history.csv}
    </Button>
  );
  const filtered = Object.keys(search).length > 0;
  return (
    <Page title={t.history.title} lead={t.history.lead} actions={csv}>
      <HistoryFilters search={search} />
      {leases.error && <ProblemNote error={leases.error} retry={() => void leases.refetch()} />}
      {!leases.data && !leases.error && <Waiting lines={8} height={36} />}
      {leases.data && rows.length === 0 && (
        <Empty
          text={filtered ? t.history.noneFits : t.history.none}
          action={
            filtered ? (
              <ButtonLink to="/history" variant="default">
                {t.history.clear}
              </ButtonLink>
            ) : (
              <ButtonLink to="/ask">{t.now.start}</ButtonLink>
            )
          }
        />
      )}
      {rows.length > 0 && <HistoryTable leases={rows} chosen={chosen} />}
      {rows.length === limit && limit < 1000 && (
        <Button variant="default" onClick={() => setLimit(Math.min(1000, limit * 4))}>
          {t.common.more}
        </Button>
      )}
    </Page>
  );
}
