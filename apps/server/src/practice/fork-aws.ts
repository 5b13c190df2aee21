import { fork } from 'node:child_process';
import { once } from 'node:events';
import { SettingsError } from '../settings-error.ts';

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
