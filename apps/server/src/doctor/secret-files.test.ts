import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examineSecretFiles } from './secret-files.ts';

it("warns of a secret that others may read, but for what an engine mounts into the server's container", () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-doctor-'));
  const path = join(folder, 'token');
  writeFileSync(path, 'xoxb', { mode: 0o444 });
  const outcome = (mounted?: string) => {
    const subject = { account: null } as never;
    const [found] = examineSecretFiles([path, join(folder, 'none')], subject, mounted);
    return found?.outcome;
  };
  expect([outcome(), outcome(`${folder}/`)]).toEqual(['exposed', 'good']);
});
