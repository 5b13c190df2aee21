import { expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { type Moods, startLogsService } from './logs-service.ts';

const shipper = '/usr/local/lib/sekisho/ship-logs';
type Fields = Readonly<Record<string, unknown>>;

/** How the shipper of a root that the role was applied to sends its journal. */
export function testShipping(at: () => Bench): void {
  /** Runs the shipper on journals, one after another. @returns what it said, and the messages taken, by call */
  const ship = async (journals: readonly string[], moods: Moods = {}, state = '/tmp') => {
    const logs = await startLogsService(moods);
    const said: string[] = [];
    for (const lines of journals) {
      const told = 'echo "$@" >/tmp/arguments';
      at().put('/tmp/fakes/journalctl', `#!/bin/sh\n${told}\n${lines}\n`);
      const { stderr } = await at().run(shipper, {
        SEKISHO_LOGS_ENDPOINT: logs.url,
        SEKISHO_LOG_GROUP: '/sekisho/ops-servers',
        STATE_DIRECTORY: state,
      });
      expect(stderr).toContain('journalctl has ended');
      said.push(stderr);
    }
    await logs.close();
    const events = logs.taken.map(({ logEvents }) =>
      logEvents.map(({ message }) => JSON.parse(message) as Fields),
    );
    return { said, events, streams: new Set(logs.taken.map((call) => call.logStreamName)) };
  };
  /** A command that prints a record as journalctl does. */
  const record = (number: number, fields: Fields = {}) => {
    const line = {
      __CURSOR: `cursor-${number}`,
      __REALTIME_TIMESTAMP: String((1_700_000_000_000 + number) * 1000),
      MESSAGE: `happened ${number}`,
      SYSLOG_IDENTIFIER: 'audisp-syslog',
      ...fields,
    };
    at().put(`/tmp/records/${number}`, `${JSON.stringify(line)}\n`);
    return `cat /tmp/records/${number}`;
  };
  const messages = (events: readonly (readonly Fields[])[]) =>
    events.map((each) => each.map(({ message }) => message));

  it('ships what happens as it happens, through failures, and goes on where it was', async () => {
    const first = `${record(1)}; sleep 6; ${record(2, { MESSAGE: [240, 159, 154, 167] })}`;
    const { events, streams } = await ship([first, record(3)], { failing: 2 });
    expect(messages(events)).toEqual([['happened 1'], ['🚧'], ['happened 3']]);
    expect([...streams]).toEqual(['i-0123']);
    expect(await at().ask('cat /tmp/arguments /tmp/cursor')).toMatch(
      /--after-cursor=cursor-2 .*\ncursor-3$/,
    );
  });

  it('ships commands as long as they come', async () => {
    const command = 'x'.repeat(7000);
    const { events } = await ship([record(1, { MESSAGE: command })]);
    expect(messages(events)).toEqual([[command]]);
    expect(await at().ask('cat /tmp/arguments')).toMatch(/ --all .*MESSAGE,SYSLOG_IDENTIFIER,/);
  });

  it('goes on after records that somebody wrote to stop it', async () => {
    const hostile = [
      record(1, { MESSAGE: ['a', 'b', [99]] }),
      record(2, { SYSLOG_IDENTIFIER: Array(1000).fill('i'.repeat(4096)) }),
      record(3, { MESSAGE: [1, 999] }),
      record(4, { MESSAGE: 'm'.repeat(9_000_000) }),
      'echo "{"',
      record(5, { MESSAGE: 'm'.repeat(2_000_000) }),
    ];
    const { events } = await ship([[...hostile, record(6)].join('\n')]);
    const taken = events.flat();
    expect(taken.map(({ message }) => String(message).slice(0, 32)).sort()).toEqual([
      ...['(a record that cannot be read: J', '(a record that cannot be read: J'],
      ...['(a record that cannot be read: V', 'a\nb\nc', 'happened 2', 'happened 6'],
      'm'.repeat(32),
    ]);
    const second = taken.find(({ message }) => message === 'happened 2');
    expect(second).toMatchObject({ by: 'i'.repeat(256) });
    expect(taken).toContainEqual(expect.objectContaining({ cut: true }));
    expect(await at().ask('cat /tmp/cursor')).toBe('cursor-6');
  });

  it('leaves out what CloudWatch never takes, alone and said', async () => {
    const some = [1, 2, 3, 4].map((number) => record(number)).join('\n');
    const { events } = await ship([some], { refusing: 'happened 3' });
    const refused = '(a record that CloudWatch Logs refused)';
    expect(messages(events).flat()).toEqual(['happened 1', 'happened 2', refused, 'happened 4']);
  });

  it('goes on while it cannot keep where it was', async () => {
    at().put('/tmp/full/cursor.new/file', '');
    const { said, events } = await ship([`${record(1)}; sleep 3; ${record(2)}`], {}, '/tmp/full');
    expect(messages(events)).toEqual([['happened 1'], ['happened 2']]);
    expect(said[0]?.match(/cannot be kept/g)).toHaveLength(1);
  });
}
