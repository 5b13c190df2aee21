import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playbook, programs, role, template } from './places.ts';
import { present, required, run } from './run.ts';

const minutes = 60_000;

describe('the sources of the role', () => {
  const linted = present('ansible-lint') || required;
  if (!linted) console.log('SKIPPED: there is no ansible-lint (apt-get install ansible-lint).');
  it.skipIf(!linted)(
    'pass ansible-lint for production',
    async () => {
      const args = ['--offline', '--nocolor', '--profile', 'production', playbook];
      const { code, stdout, stderr } = await run('ansible-lint', args);
      expect(code, stdout + stderr).toBe(0);
    },
    2 * minutes,
  );

  const checked = present('shellcheck') || required;
  if (!checked) console.log('SKIPPED: there is no shellcheck (apt-get install shellcheck).');
  it.skipIf(!checked)('pass shellcheck', async () => {
    const scripts = ['metadata.sh', 'hard-maximum', 'heartbeat', 'holder', 'inspect'];
    const files = [
      ...scripts.map((name) => join(programs, name)),
      join(role, 'files/bin/sekisho-hold'),
      ...['leave.sh', 'packages.sh'].map((name) => join(template, name)),
    ];
    const { code, stdout } = await run('shellcheck', ['-x', '-P', programs, ...files]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });
});
