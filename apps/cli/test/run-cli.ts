import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../bin/sekisho.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string;
  /** The Node that runs the command; the test's own unless said. */
  readonly node?: string;
  /** Whether it has no terminal at all, whatever the tests are run in. */
  readonly away?: boolean;
}

/** An empty folder of its own, where no practice server is known. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sekisho-cli-'));
}

/** Writes what a practice server writes about itself and answers with the data folder. */
export function practiceAt(url: string, secret = 'practice-secret', mode = 0o600): string {
  const folder = join(emptyFolder(), '.sekisho');
  mkdirSync(folder);
  const file = { url, secret, pid: process.pid };
  writeFileSync(join(folder, 'practice.json'), JSON.stringify(file), { mode });
  return folder;
}

/** Runs the real command as a process with an environment of its own, and waits until it ends. */
export function runCli(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const home = emptyFolder();
  const child = spawn(setting.node ?? process.execPath, [bin, ...args], {
    cwd: setting.cwd ?? home,
    detached: setting.away === true,
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TZ: 'Asia/Tokyo', ...setting.env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.end(setting.stdin ?? '');
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
      done({ code, signal, stdout: text(out), stderr: text(err) });
    });
  });
}

/** The lines of a text without the empty end. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
