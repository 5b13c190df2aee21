import { spawn } from 'node:child_process';
import { once } from 'node:events';

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
  /** From the spawn to the line, in milliseconds. */
  readonly milliseconds: number;
  readonly line: string;
  /** Asks the program to end and waits for it; its group is killed after fifteen seconds. */
  end(): Promise<void>;
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
  const end = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, graceMs);
    await gone;
    clearTimeout(kill);
  };
  try {
    const line = await found.promise;
    return { milliseconds: performance.now() - began, line, end };
  } catch (error) {
    await end();
    throw error;
  } finally {
    clearTimeout(late);
  }
}
