import { pino } from 'pino';
import { endWhenDead } from './end-when-dead.ts';
import { forkPracticeAws, runPracticeAws } from './practice/aws-half.ts';
import { runPracticeServer } from './practice/server-half.ts';
import { readMode } from './read-mode.ts';
import { serve } from './serve.ts';
import { readSettings, type Settings } from './settings.ts';
import { startFailure } from './start-failure.ts';

interface Running {
  /** What to print now that it runs. */
  readonly line: string | null;
  stop(): Promise<void>;
  /** Settles when it cannot go on, and somebody has to start it anew. */
  readonly died?: Promise<Error>;
}

/**
 * Runs what the words say until it is told to stop: `serve`, `practice`, `practice aws`,
 * `practice server`. Answers the exit code when it could not start: 2 for settings that cannot
 * be used, 5 for anything else.
 */
export async function main(argv: readonly string[]): Promise<void> {
  let settings: Settings | null = null;
  try {
    settings = readSettings(process.env, process.cwd());
    const running = await start(argv, settings);
    stopWhenTold(running);
    endWhenDead(running.died, (line) => {
      console.error(line);
      process.exit(5);
    });
    // After that: whoever reads the line may tell us to stop at once.
    if (running.line !== null) console.log(running.line);
  } catch (error) {
    const told = startFailure(error, settings);
    // Empty when another process of ours has said it already.
    if (told !== '') console.error(told ?? error);
    process.exit(told === null ? 5 : 2);
  }
}

async function start(argv: readonly string[], settings: Settings): Promise<Running> {
  const logger = (level: string) =>
    pino({ level: settings.logLevel ?? level }, pino.destination({ fd: 2, sync: true }));
  const quiet = logger('warn');
  const { mode, child } = readMode(argv);
  if (mode === 'serve') return { line: null, ...(await serve(settings, logger('info'))) };
  if (mode === 'practice aws') {
    const aws = await runPracticeAws(settings, quiet);
    const keys = 'AWS_ACCESS_KEY_ID=practice AWS_SECRET_ACCESS_KEY=practice';
    const line = `Practice AWS: ${keys} aws --region ap-northeast-1 --endpoint-url ${aws.url} ec2 describe-instances`;
    return { line: child ? null : line, stop: () => aws.close() };
  }
  if (mode === 'practice server') {
    const server = await runPracticeServer(settings, quiet);
    const { died } = server;
    return { line: `Sekisho practice: ${server.address}`, died, stop: () => server.stop() };
  }
  const aws = await forkPracticeAws(new URL(import.meta.url));
  const server = await runPracticeServer(settings, quiet);
  return {
    line: `Sekisho practice: ${server.address}`,
    died: server.died,
    async stop() {
      await server.stop();
      await aws.stop();
    },
  };
}

function stopWhenTold(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(5);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The parent is gone, however it ended: nobody is left to serve.
  process.on('disconnect', stop);
  // It may have gone while we started.
  if (process.send !== undefined && !process.connected) stop();
}

if (import.meta.main) await main(process.argv.slice(2));
