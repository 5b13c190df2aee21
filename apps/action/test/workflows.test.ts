import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const exampleAt = (name: string) =>
  fileURLToPath(new URL(`../../../examples/${name}/`, import.meta.url));
const missing = spawnSync('zizmor', ['--version']).error !== undefined;
const required = process.env['SEKISHO_REQUIRE_ZIZMOR'] !== undefined;

describe.each(['terraform-github', 'ops-image'])('the workflows of the example %s', (name) => {
  const example = exampleAt(name);
  const folder = `${example}.github/workflows/`;

  it.skipIf(missing && !required)('are clean for zizmor, which is not on every machine', () => {
    const { status, stdout } = spawnSync('zizmor', ['--offline', '--no-progress', example], {
      encoding: 'utf8',
    });
    expect(stdout).toContain('No findings to report');
    expect(status).toBe(0);
  });

  it('take tools that runners have already in the version that they name', () => {
    const texts = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'));
    // pipx keeps what is there, whatever version is asked for, and says that all is well.
    expect(texts.flatMap((text) => text.match(/pipx install (?!--force)\S+/g) ?? [])).toEqual([]);
  });

  it('pin every action of others by a commit', () => {
    const used = readdirSync(folder).flatMap((name) => [
      ...readFileSync(folder + name, 'utf8').matchAll(/uses: ([^\s@]+)@(\S+)/g),
    ]);
    const others = used.filter(([, name = '']) => !name.startsWith('sekisho/action'));
    expect(others.length).toBeGreaterThan(5);
    for (const [, , at] of others) expect(at).toMatch(/^[0-9a-f]{40}$/);
  });
});
