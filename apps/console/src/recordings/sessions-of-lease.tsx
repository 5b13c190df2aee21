import type { OpsLease } from '@sekisho/contract';
import { sessionsPage } from '@sekisho/words/recordings';
import { Link } from '@tanstack/react-router';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import { SessionTable } from './session-table.tsx';
import { Unanswered } from './unanswered.tsx';

/** Who was on the server of a lease, when, and what of it was recorded. */
export function SessionsOfLease({ lease }: { readonly lease: OpsLease }) {
  const words = sessionsPage[useSay().language];
  const input = { lease: lease.id, limit: 100 };
  const { data, error, refetch } = useVerb('ops.sessions', input, { every: 30_000 });
  const all = (
    <Link to="/sessions" search={{ lease: lease.id }}>
      {words.find}
    </Link>
  );
  const found = data?.sessions ?? [];
  return (
    <Section title={words.ofLease} aside={all} plain={found.length > 0}>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={1} />}
      {data && (
        <Unanswered
          places={data.unanswered.filter(({ environment }) => environment === lease.environment)}
        />
      )}
      {data && found.length === 0 && <Empty text={words.ofLeaseNone} />}
      {found.length > 0 && <SessionTable label={words.ofLease} sessions={found} ofLease />}
    </Section>
  );
}
