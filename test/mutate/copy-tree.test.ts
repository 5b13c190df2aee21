import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyTree, removeTree } from './copy-tree.ts';

test('a copy of the tree uses its own packages and our dependencies', async () => {
  const root = realpathSync(await copyTree());
  try {
    const ask = `console.log(import.meta.resolve('@sekisho/contract'), import.meta.resolve('zod'))`;
    const from = { cwd: join(root, 'packages', 'contract'), encoding: 'utf8' } as const;
    const [ours, theirs] = execFileSync(process.execPath, ['--input-type=module', '-e', ask], from)
      .trim()
      .split(' ');
    expect(ours).toContain(join(root, 'packages', 'contract'));
    expect(theirs).not.toContain(root);
  } finally {
    await removeTree(root);
  }
});
