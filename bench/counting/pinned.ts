import { execFile, execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Puts what follows on one processor, where the machine can. */
function pinned(command: string, args: readonly string[]): readonly [string, string[]] {
  return isThere('taskset') ? ['taskset', ['-c', '0', command, ...args]] : [command, [...args]];
}

/** Whether a program is installed. */
export function isThere(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a script of ours on one processor and answers what it printed. Errors: throws when it fails. */
export async function runScript<Printed>(file: URL, args: readonly string[]): Promise<Printed> {
  const [command, all] = pinned(process.execPath, [file.pathname, ...args]);
  const { stdout } = await run(command, all, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Printed;
}

/** The least seconds that a program takes on one processor, from spawn to end, its output thrown away. */
export async function timeOf(
  program: string,
  args: readonly string[],
  passes: number,
): Promise<number> {
  const [command, all] = pinned(program, args);
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass += 1) {
    const began = performance.now();
    execFileSync(command, all, { stdio: ['ignore', 'ignore', 'ignore'] });
    best = Math.min(best, (performance.now() - began) / 1000);
  }
  return best;
}
