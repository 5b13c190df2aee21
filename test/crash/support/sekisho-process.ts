import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
// Every start reads the same sources: compiled once, a start takes half the time.
const compiled = join(tmpdir(), `sekisho-crash-compiled-${process.getuid?.() ?? 0}`);

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of Sekisho, as an operator starts it; it ends when this one does, however this one ends. */
export interface SekishoProcess {
  readonly pid: number;
  /** Resolves at its first line on standard output. Errors: when it ended before that. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Steps of the engine, in the order in which they were done. */
  readonly steps: readonly string[];
  /** Lines of standard error that are not steps. */
  readonly said: readonly string[];
  signal(name: NodeJS.Signals): void;
  /** Waits for a step that is done from now on, or was done before. */
  visited(step: string): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** Starts `main.ts` with these words and nothing of this process's environment but its path. */
export function startSekisho(words: readonly string[], environment: Environment): SekishoProcess {
  const child = fork(main, words, {
    execArgv: [],
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'close').then(
    ([code, signal]) => ({ code, signal }) as Ended,
    (): Ended => ({ code: null, signal: null }),
  );
  const heard = listen(child);
  const ready = firstLine(child, ended, heard.said);
  // Whoever only waits for the end need not look at it.
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ...{ ready, ended, ...heard },
    signal: (name) => void child.kill(name),
  };
}

function listen(child: ChildProcess) {
  const steps: string[] = [];
  const said: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  if (child.stderr === null) throw new Error('standard error was not piped');
  createInterface({ input: child.stderr }).on('line', (line) => {
    const step = stepOf(line);
    if (step === null) {
      said.push(line);
      return;
    }
    steps.push(step);
    waiting.get(step)?.resolve();
  });
  const visited = async (step: string) => {
    if (steps.includes(step)) return;
    const waiter = waiting.get(step) ?? Promise.withResolvers<void>();
    waiting.set(step, waiter);
    await waiter.promise;
  };
  return { steps, said, visited };
}

function stepOf(line: string): string | null {
  if (!line.startsWith('{')) return null;
  const { step } = JSON.parse(line) as { step?: unknown };
  return typeof step === 'string' ? step : null;
}

async function firstLine(child: ChildProcess, ended: Promise<Ended>, said: readonly string[]) {
  if (child.stdout === null) throw new Error('standard output was not piped');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => `${text}`);
  const never = ended.then(({ code, signal }) => {
    throw new Error(
      `it ended (${String(code ?? signal)}) before it was ready:\n${said.join('\n')}`,
    );
  });
  return Promise.race([line, never]);
}
