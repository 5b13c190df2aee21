import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from '../../support/free-port.ts';

const execute = promisify(execFile);

/** A place to run the installed command in: empty, with ports and data of its own. */
export interface Place {
  readonly folder: string;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A new place for a Node, whose commands know nothing of the tests' own environment. */
export async function newPlace(node: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-place-'));
  const port = await freePort();
  const env = {
    ...{ PATH: `${dirname(node)}:/usr/bin:/bin`, HOME: folder, LANG: 'C.UTF-8' },
    ...{ SEKISHO_PORT: String(port), SEKISHO_PRACTICE_DAYS: '1' },
    SEKISHO_PRACTICE_AWS_PORT: String(await freePort()),
    SEKISHO_PRACTICE_SLACK_PORT: String(await freePort()),
  };
  return { folder, url: `http://127.0.0.1:${port}`, env };
}

/** Runs a command in a place; answers what it printed. Errors: when it fails, with what it said. */
export async function runIn(
  { folder, env }: Place,
  [command = '', ...args]: readonly string[],
): Promise<string> {
  const { stdout } = await execute(command, args, { cwd: folder, env, timeout: 60_000 });
  return stdout;
}

/** A server that was started, until somebody ends it. */
export interface Served {
  readonly child: ChildProcess;
  /** Its first line on standard output. Errors: what it said, when it ended before. */
  readonly line: Promise<string>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Sends SIGTERM and answers how it ended. */
  stop(): Promise<number | string>;
}

/** Starts a server in a place. */
export function serveIn({ folder, env }: Place, argv: readonly string[]): Served {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (text) => said.push(text));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const printed = once(createInterface({ input: child.stdout }), 'line');
  const never = ended.then((how) => {
    throw new Error(`it ended (${String(how)}) before it was ready:\n${said.join('\n')}`);
  });
  never.catch(() => undefined);
  const line = Promise.race([printed.then(([text]) => String(text)), never]);
  line.catch(() => undefined);
  return {
    ...{ child, line, ended },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
