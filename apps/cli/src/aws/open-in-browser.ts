import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the person's browser; says so when that cannot be done. */
export async function openInBrowser(host: Host, url: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const [command = '', ...before] = openers[process.platform] ?? ['xdg-open'];
  const opened = await new Promise<boolean>((done) => {
    // An address of another scheme could start another program.
    if (!/^https?:$/.test(new URL(url).protocol)) return done(false);
    const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true });
    child.on('error', () => done(false));
    child.on('spawn', () => {
      child.unref();
      done(true);
    });
  });
  if (!opened) await host.stderr.write(`${say(host, 'aws-no-browser')}\n`);
}
