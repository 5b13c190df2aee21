import type { Session } from '../world/records.ts';

/** One command of a session as it is told by the screen and by the server. */
export interface Typed {
  readonly argv: readonly string[];
  /** What is typed, where that is not the words as they are. */
  readonly line?: string;
  readonly output: string;
}

const prompt = '\u001b[32m{who}@{host}\u001b[0m:\u001b[34m~\u001b[0m$ ';

/** What practice people do on a server: enough to be looked for. */
export const typed: readonly Typed[] = [
  { argv: ['uptime'], output: ' 09:14:02 up 12 min,  1 user,  load average: 0.08, 0.03, 0.01\r\n' },
  {
    argv: ['psql', '-h', 'db.staging.internal', '-c', 'select count(*) from orders'],
    line: 'psql -h db.staging.internal -c "select count(*) from orders"',
    output: ' count \r\n-------\r\n \u001b[1m18342\u001b[0m\r\n(1 row)\r\n\r\n',
  },
  {
    argv: ['grep', '-c', 'ERROR', '/var/log/shop/app.log'],
    output: '7\r\n',
  },
  {
    argv: ['tail', '-n', '1', '/var/log/shop/app.log'],
    output: 'ERROR 支払いサービスに接続できません\r\n',
  },
];

/** What a screen showed of each command: typed letter by letter, one of them taken back. */
export function screenOf(
  session: Session,
): readonly { readonly at: number; readonly text: string }[] {
  const who = session.owner.split('/').at(-1) ?? 'practice';
  const host = `ip-${session.instanceId.slice(2, 8)}`;
  const shown = prompt.replace('{who}', who.replace(/[^\w.-]/g, '-')).replace('{host}', host);
  const times = timesOf(session, typed.length);
  const lines = typed.map(({ argv, line = argv.join(' '), output }, index) => ({
    at: times[index] ?? session.startedAt,
    text: `${shown}${line.slice(0, 2)}x\b \b${line.slice(2)}\r\n${output}`,
  }));
  return [...lines, { at: session.endedAt ?? session.startedAt, text: `${shown}exit\r\nexit\r\n` }];
}

/** Times of commands, spread over the session. */
export function timesOf({ startedAt, endedAt }: Session, count: number): readonly number[] {
  const length = (endedAt ?? startedAt) - startedAt;
  return Array.from({ length: count }, (_, index) =>
    Math.round(startedAt + (length * (index + 1)) / (count + 1)),
  );
}
