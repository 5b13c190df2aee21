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

/** The step at which a process is to kill or to suspend itself, once. */
export interface Accident {
  readonly dieAt?: string;
  readonly stopAt?: string;
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
  /** Names the accident that is to come, instead of any before; it is in force when this resolves. */
  aim(accident: Accident): Promise<void>;
  /** How often it has suspended itself, and the first time that it does. */
  readonly stops: number;
  readonly stopped: Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/**
 * Starts `main.ts` with these words and nothing of this process's environment but its path.
 * @param program another `main.ts`: that of an earlier release
 */
export function startSekisho(
  words: readonly string[],
  environment: Environment,
  program = main,
): SekishoProcess {
  const child = fork(program, words, {
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
    ...{ ready, ended, steps: heard.steps, said: heard.said, stopped: heard.stopped.promise },
    get stops() {
      return heard.stops();
    },
    signal: (name) => void child.kill(name),
    aim: async ({ dieAt = null, stopAt = null }: Nullable<Accident>) => {
      const aimed = once(child, 'message');
      child.send({ dieAt, stopAt });
      await Promise.race([aimed, neverAfter(ended, heard.said, 'it was aimed')]);
    },
  };
}

type Nullable<T> = { readonly [Key in keyof T]?: T[Key] | null };

function listen(child: ChildProcess) {
  const steps: string[] = [];
  const said: string[] = [];
  const stopped = Promise.withResolvers<void>();
  let stops = 0;
  if (child.stderr === null) throw new Error('standard error was not piped');
  createInterface({ input: child.stderr }).on('line', (line) => {
    const { step, stopped: stop } = factsOf(line);
    if (typeof stop === 'string') {
      stops += 1;
      stopped.resolve();
    } else if (typeof step === 'string') steps.push(step);
    else said.push(line);
  });
  return { steps, said, stopped, stops: () => stops };
}

function factsOf(line: string): { readonly step?: unknown; readonly stopped?: unknown } {
  return line.startsWith('{') ? (JSON.parse(line) as object) : {};
}

async function firstLine(child: ChildProcess, ended: Promise<Ended>, said: readonly string[]) {
  if (child.stdout === null) throw new Error('standard output was not piped');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => `${text}`);
  return Promise.race([line, neverAfter(ended, said, 'it was ready')]);
}

async function neverAfter(
  ended: Promise<Ended>,
  said: readonly string[],
  what: string,
): Promise<never> {
  const { code, signal } = await ended;
  throw new Error(`it ended (${String(code ?? signal)}) before ${what}:\n${said.join('\n')}`);
}
