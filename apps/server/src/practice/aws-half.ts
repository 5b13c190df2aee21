import { join } from 'node:path';
import { startPracticeAws } from '@sekisho/practice/aws';
import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';
import { SettingsError } from '../settings-error.ts';

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

function isPortTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}
