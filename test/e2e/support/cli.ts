import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { root } from './practice.ts';

/** How a program ended and what it wrote. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const sekishoFile = join(root, 'apps', 'cli', 'bin', 'sekisho.mjs');

/** Runs the `sekisho` command as a process of its own; it finds practice by itself. */
export function sekisho(...args: readonly string[]): Promise<Ran> {
  return run(process.execPath, [sekishoFile, ...args]);
}

/** Runs a program beside practice. Answers code 127 when there is no such program. */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      // Away from this checkout, whose own practice must not be found.
      cwd: tmpdir(),
      env: {
        ...process.env,
        ...inject('practice').env,
        LANG: 'en_US.UTF-8',
        NO_COLOR: '1',
        ...env,
      },
    };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, stdout, stderr });
    });
  });
}

/** What a program printed with `--json`. */
export function printed<Answer>({ code, stdout, stderr }: Ran): Answer {
  if (code !== 0) throw new Error(`It ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
