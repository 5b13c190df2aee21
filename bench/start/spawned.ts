import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs a program to its end and answers how long that took, in milliseconds. Errors: throws when it fails. */
export async function timeToEnd(command: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${said}`);
  return performance.now() - began;
}

export interface Started {
  /** When it was spawned, as `performance.now()` told it. */
  readonly began: number;
  readonly line: string;
  /** Asks the process of its group that does the work to end and waits for the whole group, which is killed after fifteen seconds. */
  end(worker?: number): Promise<void>;
}

const graceMs = 15_000;
const patienceMs = 120_000;

/** Starts a program and waits for the line on its standard output that `wanted` fits. */
export async function timeToLine(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  wanted: RegExp,
): Promise<Started> {
  const began = performance.now();
  // Its own group, so that what it started can be ended with it.
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let [out, all] = ['', ''];
  const found = Promise.withResolvers<string>();
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    const line = out
      .split('\n')
      .slice(0, -1)
      .find((each) => wanted.test(each));
    if (line !== undefined) found.resolve(line);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    all += chunk.toString();
  });
  const late = setTimeout(() => found.reject(new Error('it was not ready in time')), patienceMs);
  void gone.then(() => found.reject(new Error(`it ended by itself:\n${out}${all}`)));
  const end = async (worker = child.pid ?? 0) => {
    process.kill(worker, 'SIGTERM');
    // What it started may outlive it for a moment, and hold its directories for so long.
    await untilGone(child.pid ?? 0);
  };
  try {
    const line = await found.promise;
    return { began, line, end };
  } catch (error) {
    await end();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** Waits until no process of the group is left. */
async function untilGone(group: number): Promise<void> {
  const kill = performance.now() + graceMs;
  while (isThere(group)) {
    if (performance.now() > kill) process.kill(-group, 'SIGKILL');
    await sleep(50);
  }
}

function isThere(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}
