import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockDirectory } from '../platform/database/directory-lock.ts';
import { makeEmbedded } from './make-embedded.ts';

it('touches nothing of another restore that runs in the same directory', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sekisho-restoring-'));
  const theirs = join(directory, 'pglite.restoring', 'PG_VERSION');
  mkdirSync(join(theirs, '..'));
  writeFileSync(theirs, '17');
  const lock = lockDirectory(directory);
  const fill = () => Promise.reject(new Error('nothing may be filled'));
  await expect(makeEmbedded(directory, fill)).rejects.toThrow('Another Sekisho');
  expect(existsSync(theirs)).toBe(true);
  lock.release();
  // The other has just become whole.
  mkdirSync(join(directory, 'pglite'));
  await expect(makeEmbedded(directory, fill)).rejects.toThrow('not-empty');
});
