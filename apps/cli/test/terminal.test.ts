import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { displayWidth } from '@sekisho/words/width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { bin, practiceAt, runCli } from './run-cli.ts';

/** util-linux's `script` gives a program a terminal. */
const script = '/usr/bin/script';
const hasScript = String(spawnSync(script, ['--version']).stdout).includes('util-linux');

const leases = [
  sampleLease({
    holder: '山田太郎',
    reason: '遅いクエリを調べるために本番の複製を見たい、終わったらすぐ返します',
  }),
  sampleLease({
    id: 'ops-1234567a',
    environment: 'production',
    production: true,
    state: 'requested',
  }),
];

let server: FakeServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFakeServer({
    'ops.list': () => leases,
    'lease.show': () => sampleLease(),
    'ops.show': () => sampleLease(),
    'ops.start': () => sampleLease({ state: 'granting', step: 'launching' }),
    'people.list': () => [],
    'timeline.list': () => [],
  });
  env = { SEKISHO_DATA: practiceAt(server.url) };
});

afterAll(() => server.close());

/** Runs the command in a terminal of 80 columns and answers with all that the terminal was told. */
async function inTerminal(words: string, more: Record<string, string> = {}): Promise<string> {
  const command = `stty cols 80; '${process.execPath}' '${bin}' ${words}`;
  const { stdout } = await promisify(execFile)(script, ['-qec', command, '/dev/null'], {
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm', ...env, ...more },
  });
  return stdout;
}

const colour = /\u001b\[\d+m/;

describe('without a terminal', () => {
  it('prints neither colour nor glyph, nothing on standard error, and what to do next last', async () => {
    const { stdout, stderr } = await runCli(['ops', 'list'], { env });
    expect(stdout).not.toMatch(/[\u001b●○▲]/);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Next: sekisho ops show ops-7k3f9q2m');
  });

  it('keeps tables within 80 cells, also with Japanese names and heads', async () => {
    for (const lang of ['en', 'ja']) {
      const { stdout } = await runCli(['ops', 'list', '--lang', lang], { env });
      const widths = stdout.split('\n').map((line) => displayWidth(line));
      expect(Math.max(...widths)).toBeLessThanOrEqual(80);
      expect(stdout).toContain('山田太郎');
    }
  });
});

describe.skipIf(!hasScript)(
  `in a terminal${hasScript ? '' : ' (skipped: no `script` here)'}`,
  () => {
    it('prints colours and glyphs, and neither with --plain', async () => {
      const rich = await inTerminal('ops list');
      expect(rich).toMatch(colour);
      expect(rich).toContain('● active');
      expect(await inTerminal('ops list --plain')).not.toMatch(/[\u001b●○]/);
    });

    it('leaves out colour alone when NO_COLOR is set', async () => {
      const shown = await inTerminal('ops list', { NO_COLOR: '1' });
      expect(shown).not.toMatch(colour);
      expect(shown).toContain('● active');
    });

    it('shows a lease as its card, with the commands that come next', async () => {
      const shown = await inTerminal('ops show ops-7k3f9q2m');
      expect(shown).toContain('● active   ops server   staging');
      expect(shown).toContain('sekisho ops handover ops-7k3f9q2m');
    });

    it('tells each step while waiting, then the answer once', async () => {
      const shown = await inTerminal('ops start staging --reason x --wait');
      expect(shown).toContain('ops-7k3f9q2m launching the server');
      expect(shown.split('● active')).toHaveLength(2);
    });
  },
);
