import { expect, test } from 'vitest';
import { planCommand } from '../commands/plan.ts';
import { startBench, useBenches } from '../test/bench.ts';

useBenches();

const plan = (text: string) => planCommand('/ops', text, ['staging', 'production']);
const limit = 10;

test.each([
  ['sessions', {}],
  ['セッション', {}],
  ['sessions ops-7k3f9q2m', { lease: 'ops-7k3f9q2m' }],
  ['sessions Staging <@U0SRE2|ken>', { environment: 'staging', person: 'U0SRE2' }],
  ['sessions @ken', { person: 'ken' }],
])('/ops %s', (text, input) => {
  expect(plan(text)).toEqual({ do: 'verb', verb: 'ops.sessions', input: { ...input, limit } });
});

test('/ops sessions of an environment is not of a lease that is named alike, and a slip is of nobody', () => {
  const of = (text: string) => planCommand('/ops', text, ['prod-tokyo1']);
  expect(of('sessions prod-tokyo1')).toMatchObject({ input: { environment: 'prod-tokyo1' } });
  expect(of('sessions prodction')).toEqual({ do: 'unknown', word: 'prodction' });
});

test('/ops sessions grep takes what is left as it is, and what the console has is not known', () => {
  for (const text of ['sessions grep drop  table', 'セッション 検索 「drop  table」'])
    expect(plan(text)).toEqual({
      ...{ do: 'verb', verb: 'ops.sessions.grep' },
      input: { pattern: 'drop  table', ignoreCase: true, limit },
    });
  expect(plan('sessions grep')).toEqual({ do: 'help' });
  expect(plan('sessions replay taro-0a1b2c3d4e5f67890')).toEqual({ do: 'unknown', word: 'replay' });
});

test('sessions are one’s own, a lease’s or a person’s, with their page', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops セッション');
  const own = await bench.told('U0ENG', /taro-0a1b/);
  expect(own.text).toMatch(/○ .*鈴木 太郎 · staging · .*シェル · S3 に保存 · ops-7k3f9q2m/);
  expect(own.text).toMatch(/\/sessions\?person=engineer\|/);
  expect(own.text).not.toContain('ken-0a1b');
  await bench.command('U0SRE2', '/ops sessions <@U0SRE2|ken>');
  const port = await bench.told('U0SRE2', /ken-0a1b/);
  expect(port.text).toMatch(/● .*\/sessions\/ken-0a1b2c3d4e5f67891\|.*→ db\.internal:5432/);
  await bench.command('U0SRE', '/ops セッション');
  await bench.told('U0SRE', /あなたのセッションはありません/);
  await bench.command('U0SRE2', '/ops sessions production');
  const none = await bench.told('U0SRE2', /No session fits/);
  expect(none.text).toMatch(/may be missing here: AccessDenied: &lt;!channel&gt;/);
  await bench.command('U0SRE2', '/ops sessions <@U0GHOST|who>');
  await bench.told('U0SRE2', /U0GHOST/);
  expect(bench.core.calls.filter(({ name }) => name === 'ops.sessions')).toHaveLength(4);
});

test('commands are found as they were run, and what may not be read is said', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops sessions grep PG_DUMP'.toLowerCase());
  const found = await bench.told('U0ENG', /pg_dump/);
  expect(found.text).toContain('```pg_dump *shop* &gt; x &amp; ˋidˋ```');
  expect(found.text).toMatch(/\/sessions\/taro-0a1b2c3d4e5f67890\?command=1\|/);
  expect(found.text).toMatch(/\/sessions\?find=pg_dump\|/);
  await bench.command('U0SRE2', '/ops sessions grep psql');
  const none = await bench.told('U0SRE2', /No command fits/);
  expect(none.text).toMatch(/not yours to read: 1 sessions/);
  await bench.command('U0SRE2', '/ops help');
  await bench.told('U0SRE2', /\/ops sessions grep pg_dump/);
});
