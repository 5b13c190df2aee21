import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import type { Report } from '../../bench/shared/figure.ts';

const bench = fileURLToPath(new URL('../../bench/bench.ts', import.meta.url));

/** Runs a benchmark with tiny numbers, which say nothing about speed, and answers its figures by name. */
async function runSmall(...flags: string[]): Promise<Record<string, number>> {
  const args = [bench, ...flags, '--small', '--json'];
  const { stdout } = await promisify(execFile)('node', args);
  const [report] = JSON.parse(stdout) as Report[];
  return Object.fromEntries((report?.figures ?? []).map(({ name, value }) => [name, value]));
}

const { kind } = inject('database');
const place = kind === 'pglite' ? 'PGlite' : 'PostgreSQL';

describe('the benchmarks work, whatever the machine', { timeout: 120_000 }, () => {
  test('leases: ends those that are due, and no other', async () => {
    const figures = await runSmall('leases', '--databases', kind);
    const name = kind === 'pglite' ? place : `${place}, 1 engine`;
    expect(figures).toMatchObject({
      [`${name}: instances left`]: 16,
      [`${name}: leases ended`]: 4,
      [`${name}: instances ended too early`]: 0,
    });
  });

  test.each([
    ['Socket Mode', 'socket'],
    ['HTTP', 'http'],
  ])('slack: gets every command acknowledged over %s', async (name, mode) => {
    const figures = await runSmall('slack', '--modes', mode, '--databases', kind);
    expect(figures).toMatchObject({ [`${name}, ${place}: not acknowledged`]: 0 });
  });

  test('start: runs the command line', async () => {
    const figures = await runSmall('start');
    expect(Object.keys(figures)).toEqual([
      '`sekisho --help`, median of 1',
      '`sekisho ops start --help`, median of 1',
    ]);
  });
});
