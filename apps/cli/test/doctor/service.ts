import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyFolder } from '../run-cli.ts';

/** A copy of one file of this folder, where its packages are found and patches can be applied. */
export function copied(name: string): string {
  const folder = emptyFolder();
  copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name));
  const packages = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
  symlinkSync(packages, join(folder, 'node_modules'));
  return folder;
}

/** A real process that serves on loopback until it is stopped. */
export interface Running {
  readonly url: string;
  /** What it wrote to standard output so far. */
  said(): string;
  stop(): Promise<void>;
}

/** Starts a service of a folder, and waits until it says its port. */
export async function started(folder: string, name: string): Promise<Running> {
  const child = spawn(process.execPath, [name], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve(said.trim());
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${String(code)}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** `git apply`, as a reader would. Errors: throws what git says when the patch does not fit. */
export function applied(folder: string, patch: string): void {
  const { status, stderr } = spawnSync('git', ['apply', '--verbose', patch], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
