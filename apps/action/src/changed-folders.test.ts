import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedFolders } from './changed-folders.ts';

let top: string;
let base: string;
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
    ...{ cwd: top, encoding: 'utf8' },
  }).trim();

function commit(...files: string[]): string {
  for (const file of files) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), `${Math.random()}`);
  }
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'sekisho-change-'));
  git('init', '-q');
  base = commit('infra/main.tf', 'infra/policies/a.json', 'docs/a.md');
  commit('infra/policies/a.json', 'README.md', 'modules/日本/main.tf');
});
afterAll(() => rmSync(top, { recursive: true }));

describe('the folders of a change', () => {
  it('are those of its files, from the top of the repository, whatever their names', async () => {
    const found = await changedFolders(join(top, 'infra'), base);
    expect(found?.root).toBe('infra');
    expect(found?.changed.toSorted()).toEqual(['.', 'infra/policies', 'modules/日本']);
  });

  it('are not known where the commit before is not there', async () => {
    expect(await changedFolders(top, 'a'.repeat(40))).toBeNull();
    expect(await changedFolders(tmpdir(), base)).toBeNull();
  });
});
