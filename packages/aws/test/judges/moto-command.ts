import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings } from './settings.ts';

const VERSION = '5.2.1';
const TEN_MINUTES = 600_000;

export type MotoCommand = { readonly command: string } | { readonly unavailable: string };

/**
 * Finds `moto_server` on the path, or else makes a virtual environment for it in the user's cache.
 * Where Python cannot do that, says why.
 */
export function motoCommand(): MotoCommand {
  if (runs('moto_server', ['--help'])) return { command: 'moto_server' };
  const home = join(settings.cacheHome ?? tmpdir(), `sekisho-moto-${VERSION}`);
  const command = join(home, 'bin', 'moto_server');
  if (existsSync(command) && runs(command, ['--help'])) return { command };
  if (!runs('python3', ['-m', 'venv', '--clear', home])) {
    return { unavailable: 'python3 cannot make a virtual environment here' };
  }
  const pip = join(home, 'bin', 'pip');
  if (!runs(pip, ['install', '--quiet', `moto[server]==${VERSION}`])) {
    return { unavailable: `pip could not install moto[server] ${VERSION}` };
  }
  return runs(command, ['--help']) ? { command } : { unavailable: 'moto_server does not start' };
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: TEN_MINUTES }).status === 0;
}
