import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { ButtonLink } from '../shared/button-link.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useRowKeys } from '../shared/use-row-keys.ts';
import { useVerb } from '../shared/use-verb.ts';
import { EntryList } from './entry-list.tsx';
import { timelineInput } from './search.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { useVerify, VerdictNote } from './verdict-note.tsx';

/** Who did what to what, when and why; and whether anyone has rewritten it. */
export function TimelinePage() {
  const { t } = useSay();
  const search = useSearch({ from: '/timeline' });
  const navigate = useNavigate();
  const now = useNow(10_000);
  const [limit, setLimit] = useState(100);
  const entries = useVerb('timeline.list', timelineInput(search, limit), { keepPrevious: true });
  const verify = useVerify();
  const rows = entries.data ?? [];
  const open = useCallback(
    (row: number) => {
      const id = entries.data?.[row]?.lease;
      if (id) void navigate({ to: '/leases/$id', params: { id } });
    },
    [entries.data, navigate],
  );
  const { chosen } = useRowKeys(rows.length, open);
  const check = (
    <Button variant="default" loading={verify.busy} onClick={verify.run} data-testid="verify">
      {t.timeline.verify}
    </Button>
  );
  return (
    <Page title={t.timeline.title} lead={t.timeline.lead} actions={check}>
      <VerdictNote verify={verify} />
      <TimelineFilters search={search} />
      {entries.error && <ProblemNote error={entries.error} retry={() => void entries.refetch()} />}
      {!entries.data && !entries.error && <Waiting lines={10} height={28} />}
      {entries.data && (
        <Section title={t.timeline.entries}>
          {rows.length === 0 && (
            <Empty
              text={t.timeline.none}
              action={
                <ButtonLink to="/timeline" variant="default">
                  {t.history.clear}
                </ButtonLink>
              }
            />
          )}
          <EntryList entries={rows} now={now} withLease chosen={rows[chosen]?.number ?? null} />
        </Section>
      )}
      {rows.length === limit && limit < 1000 && (
        <Button variant="default" onClick={() => setLimit(Math.min(1000, limit * 4))}>
          {t.common.more}
        </Button>
      )}
    </Page>
  );
}
