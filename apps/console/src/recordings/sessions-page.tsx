import { recordingPhrases, sessionsPage } from '@sekisho/words/recordings';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ButtonLink } from '../shared/button-link.tsx';
import { Pager, rowsShown } from '../shared/pager.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import { useRowKeys } from '../shared/use-row-keys.ts';
import { useVerb } from '../shared/use-verb.ts';
import { Found } from './found.tsx';
import { findInput, listInput, type SessionsSearch } from './search.ts';
import { SessionFilters } from './session-filters.tsx';
import { SessionTable } from './session-table.tsx';
import { Unanswered } from './unanswered.tsx';

/** Every session on every ops server, and the search in what was run there. */
export function SessionsPage() {
  const words = sessionsPage[useSay().language];
  const search = useSearch({ from: '/sessions' });
  const input = findInput(search);
  const back = (
    <ButtonLink to="/history" variant="default">
      {words.toHistory}
    </ButtonLink>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={back}>
      <SessionFilters search={search} />
      {input === null ? <List search={search} /> : <Found input={input} />}
    </Page>
  );
}

function List({ search }: { readonly search: SessionsSearch }) {
  const words = sessionsPage[useSay().language];
  const navigate = useNavigate();
  const input = listInput(search, rowsShown);
  const { data, error, refetch } = useVerb('ops.sessions', input, {
    keepPrevious: true,
    every: 30_000,
  });
  const sessions = data?.sessions ?? [];
  const chosen = useRowKeys(
    sessions.map(({ id }) => id),
    (id) => void navigate({ to: '/sessions/$id', params: { id } }),
  );
  return (
    <>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} height={36} />}
      {data && <Unanswered places={data.unanswered} />}
      {data && sessions.length === 0 && <Nothing search={search} />}
      {sessions.length > 0 && (
        <SessionTable label={words.title} sessions={sessions} chosen={chosen} />
      )}
      <Pager before={search.before} last={data?.next ?? null} />
    </>
  );
}

function Nothing({ search }: { readonly search: SessionsSearch }) {
  const { t, language } = useSay();
  if (Object.keys(search).length === 0) return <Empty text={sessionsPage[language].none} />;
  const clear = (
    <ButtonLink to="/sessions" variant="default">
      {t.history.clear}
    </ButtonLink>
  );
  return <Empty text={recordingPhrases.noSessions[language]} action={clear} />;
}
