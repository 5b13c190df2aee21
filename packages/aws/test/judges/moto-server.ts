import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { motoCommand } from './moto-command.ts';
import { settings } from './settings.ts';

export interface MotoServer {
  readonly endpoint: string;
  stop(): void;
}

/** The sentence that says why the suite is skipped, or null when moto can judge. */
export function whyNoMoto(): string | null {
  const found = motoCommand();
  if (!('unavailable' in found)) return null;
  if (settings.requireMoto) throw new Error(`moto is required here, but ${found.unavailable}`);
  return found.unavailable;
}

/** Starts moto on a loopback port of the system's choice. */
export async function startMoto(): Promise<MotoServer> {
  const found = motoCommand();
  if ('unavailable' in found) throw new Error(found.unavailable);
  const server = spawn(found.command, ['-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await announced(server);
  return { endpoint, stop: () => void server.kill() };
}

/** The address it announces; its log is read on, or else its pipe would fill and stop it. */
function announced(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  server.once('error', reject);
  server.once('exit', (code) =>
    reject(new Error(`moto ended with ${code ?? 'a signal'} before it listened`)),
  );
  createInterface({ input: server.stderr! }).on('line', (line) => {
    const address = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address !== undefined) resolve(address);
  });
  return promise;
}
