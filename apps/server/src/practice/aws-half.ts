import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startPracticeAws } from '@sekisho/practice/aws';
import type { Logger } from 'pino';
import { type Settings, SettingsError } from '../settings.ts';

/** Practice AWS in this process: `sekisho practice aws`. */
export async function runPracticeAws(settings: Settings, logger: Logger) {
  const aws = await startPracticeAws({
    port: settings.practiceAwsPort,
    dataDirectory: join(settings.dataDirectory, 'aws'),
    logger,
  }).catch((cause: unknown) => {
    if (isPortTaken(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`Practice AWS could not start: ${why}`, { cause });
  });
  process.send?.('ready');
  return aws;
}

/** Practice AWS in a process of its own, ended when this one ends however it ends. */
export async function forkPracticeAws(main: URL): Promise<{ stop(): Promise<void> }> {
  const child = fork(main, ['practice', 'aws', '--child'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const answer = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  // It has said why on the standard error that it shares with us.
  if (answer === null) throw new SettingsError('');
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function isPortTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}
