import type { RecordedSession } from '@sekisho/contract';

type Input = Readonly<Record<string, string>>;

const session: RecordedSession = {
  ...{ id: 'taro-0a1b2c3d4e5f67890', lease: 'ops-7k3f9q2m', environment: 'staging' },
  ...{ production: false, account: '123456789012', region: 'ap-northeast-1' },
  ...{ instanceId: 'i-0abc1234', owner: 'arn:aws:sts::123456789012:assumed-role/ops/taro' },
  ...{ person: 'engineer', startedAt: '2026-11-22T01:00:00.000Z' },
  ...{ endedAt: '2026-11-22T01:05:00.000Z', kind: 'shell', document: null, reason: null },
  ...{ forwardedTo: [], recording: 's3', commandsFrom: 'audit', commands: 3, indexIsWhole: true },
  ...{ unrecorded: [], mayRead: true },
};

const forward: RecordedSession = {
  ...{ ...session, id: 'ken-0a1b2c3d4e5f67891', person: 'sre2', endedAt: null, kind: 'forward' },
  forwardedTo: [{ host: 'db.internal', port: 5432, by: 'reason' }],
  recording: 'none',
};

/** The verbs about sessions of the core in memory: one shell of the engineer, one forwarded port of an SRE. */
export const recordedVerbs = {
  'ops.sessions': (_core: unknown, _who: string, { person, lease, environment }: Input) => ({
    sessions: [session, forward].filter(
      (one) =>
        one.person === (person ?? one.person) &&
        one.lease === (lease ?? one.lease) &&
        one.environment === (environment ?? one.environment),
    ),
    next: null,
    unanswered:
      environment === 'production'
        ? [{ environment, since: null, detail: 'AccessDenied: <!channel>' }]
        : [],
  }),
  'ops.sessions.grep': (_core: unknown, who: string, { pattern = '' }: Input) => {
    const { environment, startedAt, commandsFrom, lease, owner, person } = session;
    const of = { session: session.id, lease, environment, person, owner, startedAt, commandsFrom };
    const matches = ['pg_dump *shop* > x & `id`', 'psql shop']
      .map((text, index) => ({ ...of, number: index + 1, at: startedAt, text }))
      .filter(({ text }) => who === person && text.includes(pattern));
    return { matches, next: null, looked: 2, withheld: who === person ? 0 : 1, unindexed: 0 };
  },
};
