import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Processes that keep databases warm for the tests of a run. */
export interface PgliteHosts {
  /** Sockets to ask for one at, one of each process. */
  readonly sockets: readonly string[];
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('host.ts', import.meta.url));

/** Starts `count` processes: as many as test files run at once, so that none waits for another. */
export async function startPgliteHosts(count: number): Promise<PgliteHosts> {
  const folder = await mkdtemp(join(tmpdir(), 'sekisho-pglite-'));
  const sockets = Array.from({ length: count }, (_, place) => join(folder, `${place}.sock`));
  const hosts = sockets.map((socket) =>
    spawn(process.execPath, [program, socket], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  await Promise.all(hosts.map((host) => once(host.stdout, 'data')));
  return {
    sockets,
    async stop() {
      const alive = hosts.filter(({ exitCode }) => exitCode === null);
      const ended = alive.map((host) => once(host, 'exit'));
      for (const host of alive) host.stdin.end();
      await Promise.all(ended);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
