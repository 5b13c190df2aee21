import { spawn, spawnSync } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, with no environment but `env` and a path. */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { PATH = '', HOME = '/root' } = process.env;
  const child = spawn(program, args, {
    env: { PATH, HOME, LC_ALL: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  child.once('error', reject);
  child.once('close', (code) => resolve({ code, ...said }));
  return promise;
}

/** Whether all of these programs are on the path. */
export function present(...programs: readonly string[]): boolean {
  return programs.every(
    (program) => spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0,
  );
}

/** `SEKISHO_REQUIRE_OPS_IMAGE=1` lets tests fail, instead of being skipped, where a tool of theirs is missing. */
export const required = process.env['SEKISHO_REQUIRE_OPS_IMAGE'] === '1';
