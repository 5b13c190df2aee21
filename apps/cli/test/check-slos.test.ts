import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';

const example = fileURLToPath(new URL('../../../examples/slo/', import.meta.url));

/** The example with files added to `services`. */
function exampleWith(files: Readonly<Record<string, string>>): string {
  const folder = join(emptyFolder(), 'slo');
  cpSync(example, folder, { recursive: true });
  mkdirSync(join(folder, 'services', 'more'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'services', 'more', name), text);
  }
  return folder;
}

const unowned = `apiVersion: openslo/v1
kind: Service
metadata: { name: search }
spec: {}
`;

describe('checking SLOs beside sekisho.yaml', { timeout: 60_000 }, () => {
  it('says how much was read, and warns of what has no effect', async () => {
    const cwd = exampleWith({ 'search.yaml': unowned });
    const ended = await runCli(['check'], { cwd });
    expect(ended.code).toBe(0);
    expect(linesOf(ended.stdout)).toEqual([
      expect.stringMatching(/^Warning: services\/more\/search\.yaml:3:\d+ .*"search"/),
      'sekisho.yaml is in order.',
      'Beside it: 5 SLOs, 2 services, 3 data sources.',
    ]);
    const japanese = await runCli(['check'], { cwd, env: { LANG: 'ja_JP.UTF-8' } });
    expect(japanese.stdout).toContain('注意: services/more/search.yaml:3:');
    expect(japanese.stdout).toContain('SLO 5 件');
  });

  it('names the file, line and fix of what is wrong, and keeps hostile names on one line', async () => {
    const cwd = exampleWith({
      'search.yaml': unowned.replace('{ name: search }', '{ name: Search }'),
      'a\nerror: all is well.yaml': 'kind: SLO',
    });
    const ended = await runCli(['check'], { cwd });
    expect(ended.code).toBe(2);
    expect(ended.stdout).toContain('services/more/search.yaml:3:');
    expect(ended.stdout).toContain('services/more/a\\u{a}error: all is well.yaml:1:');
    expect(ended.stdout).not.toContain('is in order');
    const data: unknown = JSON.parse((await runCli(['check', '--json'], { cwd })).stdout);
    expect(data).toContainEqual(
      expect.objectContaining({
        ...{ level: 'problem', code: 'bad-name', value: '"Search"' },
        ...{ file: 'services/more/search.yaml', line: 3 },
      }),
    );
  });
});
