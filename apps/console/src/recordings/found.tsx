import type { InputOf, OutputOf } from '@sekisho/contract';
import { commandSourceWords, recordingPhrases, sessionsPage } from '@sekisho/words/recordings';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../shared/button-link.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './recordings.module.css';
import { useWho } from './use-who.ts';

type Match = OutputOf<'ops.sessions.grep'>['matches'][number];

/** Commands that fit a search, session by session; each leads to its place in the replay. */
export function Found({ input }: { readonly input: InputOf<'ops.sessions.grep'> }) {
  const { language } = useSay();
  const words = sessionsPage[language];
  const phrase = (key: 'withheld' | 'unindexed', count: number) =>
    recordingPhrases[key][language].replace('{count}', String(count));
  const options = { holdsFor: 60_000, keepPrevious: true };
  const { data, error, refetch } = useVerb('ops.sessions.grep', input, options);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting lines={4} height={28} />;
  const groups = [...Map.groupBy(data.matches, ({ session }) => session)];
  const { next, withheld, unindexed } = data;
  return (
    <Section title={words.found} aside={<small>{words.looked(data.looked)}</small>}>
      <div className={classes.found} data-testid="found">
        {groups.length === 0 && <Empty text={recordingPhrases.noMatches[language]} />}
        {groups.map(([session, matches]) => (
          <OfSession key={session} session={session} matches={matches} />
        ))}
        {withheld > 0 && <p>{phrase('withheld', withheld)}</p>}
        {unindexed > 0 && <p>{phrase('unindexed', unindexed)}</p>}
        {next !== null && (
          <div>
            <ButtonLink
              to="/sessions"
              search={(search) => ({ ...search, after: next })}
              variant="default"
            >
              {words.moreFound}
            </ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}

interface OfSessionProps {
  readonly session: string;
  readonly matches: readonly Match[];
}

function OfSession({ session, matches }: OfSessionProps) {
  const { language, exact, full } = useSay();
  const who = useWho();
  const [first] = matches;
  if (first === undefined) return null;
  return (
    <div>
      <h3>
        <Link to="/sessions/$id" params={{ id: session }}>
          {session}
        </Link>{' '}
        · {who(first)} · {first.environment} · {exact(first.startedAt)} ·{' '}
        {commandSourceWords[first.commandsFrom][language]}
      </h3>
      <ol>
        {matches.map(({ number, at, text }) => (
          <li key={number}>
            {at !== null && <small title={full(at)}>{exact(at)}</small>}
            <Link to="/sessions/$id" params={{ id: session }} search={{ command: String(number) }}>
              <code>{text}</code>
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
