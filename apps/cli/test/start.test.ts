import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainWidth } from '@sekisho/words/plain-width';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';

/** The files that a command line loads, each by its address. */
async function loadedBy(...args: string[]): Promise<readonly string[]> {
  const folder = emptyFolder();
  const [spy, list] = [join(folder, 'spy.mjs'), join(folder, 'loaded')];
  writeFileSync(
    spy,
    `import { registerHooks } from 'node:module';
import { appendFileSync } from 'node:fs';
registerHooks({ load(url, context, next) {
  appendFileSync(${JSON.stringify(list)}, url + '\\n');
  return next(url, context);
} });`,
  );
  await runCli(args, { env: { NODE_OPTIONS: `--import=${pathToFileURL(spy).href}` } });
  return linesOf(readFileSync(list, 'utf8'));
}

describe('the start of a command line', () => {
  it.each([
    [['--help']],
    [['ops', '--help']],
    [['--lang', 'ja', '--help']],
    [['ops', '開始', '--help']],
  ])('explains %j with the words of verbs alone', async (args) => {
    const loaded = await loadedBy(...args);
    expect(loaded.some((url) => url.endsWith('/apps/cli/src/run.ts'))).toBe(true);
    const heavy =
      /\/words\/src\/(ui|errors|notices|timeline|catalogue|time)\/|\/(zod|string-width)\//;
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  });

  it.each([[['ops', 'list']], [['ops', 'stop', 'ops-7k3f9q2m', '--wait']]])(
    'does %j without the words of the console, the messages and the schemas',
    async (args) => {
      const loaded = await loadedBy(...args, '--url', 'http://127.0.0.1:1');
      expect(loaded.some((url) => url.endsWith('/verbs/run-verb.ts'))).toBe(true);
      const heavy = /\/words\/src\/(ui|errors|notices)\/|\/zod\//;
      expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
    },
  );
});

it('keeps a backup in a file without the AWS SDK', async () => {
  const loaded = await loadedBy('backup', '--to', 'kept', '--database', 'nowhere');
  expect(loaded.some((url) => url.endsWith('/keep/destination.ts'))).toBe(true);
  expect(loaded.filter((url) => /\/@(aws-sdk|smithy)\//.test(url))).toEqual([]);
});

it('has only plain text in its help, which is measured without tables', async () => {
  for (const language of ['en', 'ja']) {
    for (const args of [[], ['ops'], ['lease'], ['timeline'], ['people'], ['policy'], ['token']]) {
      const { stdout } = await runCli(['--lang', language, ...args, '--help']);
      const unlike = linesOf(stdout).filter((line) => plainWidth(line) === null);
      expect(unlike).toEqual([]);
      // Commander's own words would be English in Japanese help.
      expect(stdout).not.toContain('choices:');
    }
  }
});
