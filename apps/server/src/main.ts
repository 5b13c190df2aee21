import { realpathSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import { endWhenDead } from './end-when-dead.ts';
import { forkPracticeAws } from './practice/fork-aws.ts';
import { readMode } from './read-mode.ts';
import { withSecretFiles } from './secret-files.ts';
import { readSettings, type Settings } from './settings.ts';

// What only one mode needs is read when that mode starts: practice is two processes, and people wait for both.

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
  let running: Running | null = null;
  stopWhenTold(() => running);
  try {
    settings = readSettings(withSecretFiles(process.env), process.cwd());
    running = await start(argv, settings);
    endWhenDead(running.died, (line) => {
      console.error(line);
      process.exit(5);
    });
    // After that: whoever reads the line may tell us to stop at once.
    if (running.line !== null) console.log(running.line);
  } catch (error) {
    const { startFailure } = await import('./start-failure.ts');
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
  if (mode === 'serve') {
    const { serve } = await import('./serve.ts');
    return { line: null, ...(await serve(settings, logger('info'))) };
  }
  if (mode === 'practice aws') {
    const { runPracticeAws } = await import('./practice/aws-half.ts');
    const aws = await runPracticeAws(settings, quiet);
    const keys = 'AWS_ACCESS_KEY_ID=practice AWS_SECRET_ACCESS_KEY=practice';
    const line = `Practice AWS: ${keys} aws --region ap-northeast-1 --endpoint-url ${aws.url} ec2 describe-instances`;
    return { line: child ? null : line, stop: () => aws.close() };
  }
  const aws = mode === 'practice' ? forkPracticeAws(new URL(import.meta.url)) : elsewhere;
  return practice(settings, quiet, aws);
}

/** Another process, another thread and this one get ready at the same time. */
async function practice(
  settings: Settings,
  logger: Logger,
  aws: Promise<{ stop(): Promise<void> }>,
): Promise<Running> {
  const database = import('./open-database.ts').then(({ openDatabase }) => openDatabase(settings));
  // Whichever fails is told where it is waited for.
  for (const opening of [aws, database]) opening.catch(() => undefined);
  const { runPracticeServer } = await import('./practice/server-half.ts');
  const server = await runPracticeServer(settings, logger, { aws, database });
  return {
    line: `Sekisho practice: ${server.address}`,
    died: server.died,
    async stop() {
      await server.stop();
      await (await aws).stop();
    },
  };
}

/** Practice AWS that somebody else started, and stops. */
const elsewhere = Promise.resolve({ stop: async () => undefined });

/** From the first moment on: the first process of a container is ended by no signal that it does not hear. */
function stopWhenTold(running: () => Running | null): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
    // What only begins has promised nobody anything: a database undoes what was not committed.
    Promise.resolve(running()?.stop()).then(
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
  // It may have gone before we heard.
  if (process.send !== undefined && !process.connected) stop();
}

// Node 22 does not say `import.meta.main`.
const started = process.argv[1];
if (started !== undefined && realpathSync(started) === import.meta.filename)
  await main(process.argv.slice(2));
