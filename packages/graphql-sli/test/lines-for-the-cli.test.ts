import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { logLinesSink, type OperationRecord } from '../src/apollo/index.ts';
import { startApollo, startYoga } from './servers.ts';

const bin = fileURLToPath(new URL('../../../apps/cli/bin/sekisho.mjs', import.meta.url));

/** Runs the real command line in a process of its own. Errors: throws when it ends in one. */
function sekisho(args: readonly string[], stdin = ''): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { encoding: 'utf8' },
      (error, stdout, stderr) => {
        if (error === null) done(stdout);
        else fail(new Error(stderr, { cause: error }));
      },
    );
    child.stdin?.end(stdin);
  });
}

const bodies = [
  { query: 'query Look { ok }' },
  { query: '{ ok fail }' },
  { query: '{ failHard }' },
  { query: '{ failHard(code: "UNAUTHENTICATED", status: 401) }' },
  { query: '{ gone }' },
  { query: '{' },
  { query: 'mutation Pay { pay { receipt } }' },
  { extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } },
  [{ query: '{ ok }' }, { query: '{ fail(code: "MINE") }' }],
];
const expected = { lines: 10, unparsed: 0, totals: { total: 10, good: 5, bad: 4, excluded: 1 } };

describe('lines that real servers wrote', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-lines-'));
  const file = join(folder, 'operations.jsonl');
  const records: OperationRecord[] = [];
  let lines = '';

  beforeAll(async () => {
    const sinks = [
      logLinesSink({
        write: (line) => {
          lines += line;
        },
      }),
      { record: (record: OperationRecord) => records.push(record) },
    ];
    for (const start of [startApollo, startYoga]) {
      const running = await start({ sinks });
      const before = records.length;
      for (const body of bodies) {
        const headers = { 'content-type': 'application/json' };
        await (
          await fetch(running.url, { method: 'POST', headers, body: JSON.stringify(body) })
        ).text();
      }
      await vi.waitFor(() => expect(records).toHaveLength(before + 10), { timeout: 20_000 });
      await running.stop();
    }
    writeFileSync(file, lines);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are counted by `slo count`, minute by minute', async () => {
    const args = ['slo', 'count', '--format', 'jsonl', '--field', 'status=sliStatus'];
    const out = await sekisho([...args, '--exclude-status', '499', '--json', file]);
    const counted = JSON.parse(out) as typeof expected & {
      minutes: { minute: string; total: number }[];
    };
    const { totals } = expected;
    expect(counted).toMatchObject({
      lines: 20,
      unparsed: 0,
      totals: {
        total: 20,
        good: 2 * totals.good,
        bad: 2 * totals.bad,
        excluded: 2 * totals.excluded,
      },
    });
    const minutes = new Set(records.map(({ at }) => new Date(at).toISOString().slice(0, 16)));
    expect(counted.minutes.map(({ minute }) => minute.slice(0, 16))).toEqual([...minutes]);
  });

  it('are judged by `slo classify graphql` as the plug-in judged them', async () => {
    const out = await sekisho(['slo', 'classify', 'graphql'], lines);
    const judged = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(judged).toEqual(records.map(({ verdict }) => verdict));
  });

  it('are judged again under rules that came later', async () => {
    const rules = join(folder, 'rules.yaml');
    writeFileSync(
      rules,
      'codes: { MINE: user }\ncriticalPaths: { Pay: [pay.receipt] }\npartialSuccess: 1\n',
    );
    const out = await sekisho(['slo', 'classify', 'graphql', '--rules', rules], lines);
    const judged = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { counts: string }).counts);
    const bad = records
      .filter((_, index) => judged[index] === 'bad')
      .map(({ name, verdict }) => name ?? verdict.class);
    expect(bad).toEqual(['failed', 'Pay', 'failed', 'Pay']);
  });
});
