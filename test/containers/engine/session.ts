import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connectCommand } from '@sekisho/docker';
import type { Engine } from './start-engine.ts';

/** A holder's own shell, opened by the very command that a holder is given. */
export interface HolderShell {
  readonly process: ChildProcess;
  /** Types a line. */
  type(line: string): void;
  /** Everything that was shown so far. */
  shown(): string;
  /** When the shell is over. */
  readonly over: Promise<unknown>;
}

/** A shell by the words that a holder of a container is given. */
export function openShell(engine: Engine, instanceId: string): HolderShell {
  return runAsHolder(engine, connectCommand(engine.scope.engine, instanceId));
}

/** Podman takes the words of the docker command; `script` gives it the terminal that it asks for. */
export function runAsHolder({ podman }: Engine, argv: readonly string[]): HolderShell {
  const line = ['podman', '--remote', ...argv.slice(1)].join(' ');
  const process = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    env: podman.env,
  });
  let shown = '';
  process.stdout?.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
  });
  return {
    process,
    type: (text) => void process.stdin?.write(`${text}\n`),
    shown: () => shown,
    over: once(process, 'exit'),
  };
}
