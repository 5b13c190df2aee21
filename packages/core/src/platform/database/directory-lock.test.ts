import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

it('a directory is held by one until it is released', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sekisho-lock-'));
  try {
    const first = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow('Another Sekisho is using');
    first.release();
    lockDirectory(directory).release();
  } finally {
    await rm(directory, { recursive: true });
  }
});
