import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ButtonLink } from '../shared/button-link.tsx';
import { Pager, rowsShown } from '../shared/pager.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { useRowKeys } from '../shared/use-row-keys.ts';
import { useVerb } from '../shared/use-verb.ts';
import { EntryList } from './entry-list.tsx';
import { KeepElsewhere } from './keep-elsewhere.tsx';
import { timelineInput } from './search.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { useVerify, VerdictNote } from './verdict-note.tsx';

/** Who did what to what, when and why; and whether anyone has rewritten it. */
export function TimelinePage() {
  const { t } = useSay();
  const search = useSearch({ from: '/timeline' });
  const navigate = useNavigate();
  const now = useNow(10_000);
  const input = timelineInput(search, rowsShown);
  const entries = useVerb('timeline.list', input, { keepPrevious: true });
  const verify = useVerify();
  const rows = entries.data ?? [];
  const ids = rows.map(({ number }) => String(number));
  const chosen = useRowKeys(ids, (entry) => {
    const id = rows.find(({ number }) => String(number) === entry)?.lease;
    if (id) void navigate({ to: '/leases/$id', params: { id } });
  });
  const check = (
    <Button
      variant="default"
      loading={verify.busy}
      onClick={() => verify.run()}
      data-testid="verify"
    >
      {t.timeline.verify}
    </Button>
  );
  const clear = (
    <ButtonLink to="/timeline" variant="default">
      {t.history.clear}
    </ButtonLink>
  );
  return (
    <Page title={t.timeline.title} lead={t.timeline.lead} actions={check}>
      <VerdictNote verify={verify} />
      <KeepElsewhere verify={verify} />
      <TimelineFilters search={search} />
      {entries.error && <ProblemNote error={entries.error} retry={() => void entries.refetch()} />}
      {!entries.data && !entries.error && <Waiting lines={10} height={28} />}
      {entries.data && (
        <Section title={t.timeline.entries}>
          {rows.length === 0 && <Empty text={t.timeline.none} action={clear} />}
          <EntryList
            entries={rows}
            now={now}
            withLease
            chosen={chosen === null ? null : Number(chosen)}
          />
        </Section>
      )}
      <Pager
        before={search.before}
        last={rows.length === rowsShown ? (ids.at(-1) ?? null) : null}
      />
    </Page>
  );
}
