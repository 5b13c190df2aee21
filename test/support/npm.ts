import { execFileSync } from 'node:child_process';

/**
 * The machine's npm, with the settings of its user and none of the command that runs these tests; answers what
 * it printed. Errors: when it fails, or takes longer than four minutes.
 */
export function npm(cwd: string, args: readonly string[]): string {
  const own = /^npm_config_(registry|cache|proxy|https_proxy|cafile|userconfig|globalconfig)$/i;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || own.test(name)),
  );
  return execFileSync('npm', args, { cwd, env, stdio: 'pipe', timeout: 240_000 }).toString();
}
