import type { LiveSessions } from '@sekisho/contract';
import { liveSessionsPage, liveSessionsState } from '@sekisho/words/access';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Section, Waiting } from '../../shared/section.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import classes from '../access.module.css';
import { Agreement } from './agreement.tsx';
import { AccountTroubles, EndsTable } from './ends-table.tsx';

/** Whether sessions end with their lease, who agreed to it, and what is denied now. */
export function LiveSessionsSection() {
  const { language } = useSay();
  const words = liveSessionsPage[language];
  const { data, error, refetch } = useVerb('access.live-sessions', {}, { every: 30_000 });
  return (
    <Section title={words.title}>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={1} />}
      {data && (
        <div className={classes.mine} data-testid="live-sessions" data-state={data.state}>
          <span>{liveSessionsState(data.state, language)}</span>
          <Settings sessions={data} />
          <Agreement sessions={data} />
          <AccountTroubles accounts={data.accounts} />
          <EndsTable accounts={data.accounts} />
        </div>
      )}
    </Section>
  );
}

/** What an approval is bound to, and who gave it. */
function Settings({ sessions }: { readonly sessions: LiveSessions }) {
  const { language, person, exact } = useSay();
  const words = liveSessionsPage[language];
  const { settings, management, proposedBy, proposedAt, approvedBy, approvedAt, revokedBy } =
    sessions;
  if (settings === null) return null;
  const covered = settings.accounts.map(({ accountName }) => accountName).join(', ');
  const facts = [
    `${words.role}: ${settings.roleArn}`,
    `${words.policies}: ${settings.policy}-…`,
    `${words.covered}: ${covered}`,
    ...(management === null ? [] : [words.unbound(management)]),
    ...(proposedBy && proposedAt ? [words.proposed(person(proposedBy), exact(proposedAt))] : []),
    ...(approvedBy && approvedAt ? [words.approved(person(approvedBy), exact(approvedAt))] : []),
    ...(revokedBy === null ? [] : [words.revoked(person(revokedBy))]),
  ];
  return (
    <details>
      <summary className={classes.soft}>{facts[0]}</summary>
      {facts.slice(1).map((fact) => (
        <div key={fact}>{fact}</div>
      ))}
      <div>{words.statement}:</div>
      <pre className={classes.text}>{settings.statement}</pre>
    </details>
  );
}
