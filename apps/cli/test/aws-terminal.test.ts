import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startLending } from './lending.ts';
import { bin } from './run-cli.ts';

/** util-linux's `script` gives a program a terminal. */
const script = '/usr/bin/script';
const hasScript = String(spawnSync(script, ['--version']).stdout).includes('util-linux');

/** Runs a command in a terminal, types an answer whenever a question ends it, and tells what was shown. */
async function typing(
  command: string,
  env: NodeJS.ProcessEnv,
  answers: readonly (readonly [question: string, answer: string])[],
): Promise<string> {
  const child = spawn(script, ['-qec', command, '/dev/null'], { env });
  const left = [...answers];
  let shown = '';
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
    if (!shown.trimEnd().endsWith(left[0]?.[0] ?? '\0')) return;
    const [, answer] = left.shift() ?? ['', ''];
    // Once it listens to single keys: what is typed before, a terminal shows by itself.
    setTimeout(() => child.stdin.write(`${answer}\r`), 300);
  });
  await once(child, 'close');
  return shown;
}

describe.skipIf(!hasScript)('a credential_process whose reader hides what it says', () => {
  test('tells and asks the person at the terminal, without showing the passphrase', async () => {
    const lending = await startLending();
    const { SEKISHO_PASSPHRASE: _known, ...env } = lending.env;
    const [out, err] = [join(lending.home, 'out'), join(lending.home, 'err')];
    const words = `aws credentials --profile production-ReadOnly --config '${lending.config}'`;
    const command = `'${process.execPath}' '${bin}' ${words} >'${out}' 2>'${err}'`;
    const shown = await typing(command, { PATH: process.env['PATH'], ...env }, [
      ['What do you need it for?', 'look\u007fk at the queue'],
      ['keeps your sign-in:', 'correct horse battery'],
      ['The same again:', 'correct horse battery'],
    ]);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ Version: 1 });
    expect(lending.lease?.reason).toBe('look at the queue');
    for (const told of ['Approve: ', 'Who can: sato.', 'ABCD-EFGH']) {
      expect(shown).toContain(told);
      expect(readFileSync(err, 'utf8')).toContain(told);
    }
    expect(shown).not.toContain('correct horse');
    await lending.close();
  }, 60_000);
});
