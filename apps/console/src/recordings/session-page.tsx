import type { OutputOf, RecordedSession } from '@sekisho/contract';
import { commandSourceWords, recordingPhrases, sessionsPage } from '@sekisho/words/recordings';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import { CommandList } from './command-list.tsx';
import { showInput } from './search.ts';
import { SessionFacts } from './session-facts.tsx';

const Recorded = lazy(() =>
  import('./recorded.tsx').then((loaded) => ({ default: loaded.Recorded })),
);

/** One session: what it was, what was run, and what the terminal showed. */
export function SessionPage() {
  const { language } = useSay();
  const words = sessionsPage[language];
  const { id } = useParams({ from: '/sessions/$id' });
  const { command } = useSearch({ from: '/sessions/$id' });
  const input = showInput(id, command);
  const { data, error, refetch } = useVerb('ops.sessions.show', input, { holdsFor: 30_000 });
  const back = <Link to="/sessions">{words.back}</Link>;
  return (
    <Page title={words.sessionTitle(id)} actions={back}>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} height={110} />}
      {data && (
        <Section title={words.facts}>
          <SessionFacts session={data.session} beside={data.beside} />
        </Section>
      )}
      {data && <Read shown={data} />}
    </Page>
  );
}

/** The recording with its commands, or commands alone where there is none; whoever may not read them was refused before. */
function Read({ shown }: { readonly shown: OutputOf<'ops.sessions.show'> }) {
  const { language } = useSay();
  const words = sessionsPage[language];
  const { command } = useSearch({ from: '/sessions/$id' });
  const { session, commands, next } = shown;
  const [first, last] = [commands[0]?.number ?? 1, commands.at(-1)?.number ?? 0];
  const isPart = next !== null || first > 1;
  const more = isPart ? <p>{words.someCommands(first, last)}</p> : null;
  const from = commandSourceWords[session.commandsFrom][language];
  const source = <small>{from}</small>;
  // The replay itself is from elsewhere.
  const ofCommands = <small>{`${words.commands}: ${from}`}</small>;
  if (!isRecorded(session)) {
    return (
      <Section title={words.commands} aside={source}>
        {commands.length === 0 && <Empty text={recordingPhrases.noCommands[language]} />}
        <CommandList commands={commands} />
        {more}
      </Section>
    );
  }
  return (
    <Section title={words.replay} aside={ofCommands} plain>
      <Suspense fallback={<Waiting lines={1} height={420} />}>
        <Recorded id={session.id} commands={commands} from={Number(command) || null} />
      </Suspense>
      {more}
    </Section>
  );
}

function isRecorded({ recording }: RecordedSession): boolean {
  return recording === 's3' || recording === 'cloudwatch';
}
