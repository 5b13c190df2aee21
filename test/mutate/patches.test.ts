import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPatches, patchedText } from './patch.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('patches that break promises', async () => {
  test.each(await loadPatches())(
    '$name still applies, and names tests that exist',
    async (patch) => {
      await expect(patchedText(root, patch)).resolves.toContain(patch.replace);
      expect(patch.tests.filter((file) => !existsSync(join(root, file)))).toEqual([]);
      expect(patch.tests.length).toBeGreaterThan(0);
    },
  );
});
