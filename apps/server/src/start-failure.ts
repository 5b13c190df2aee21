import { ForeignDatabase } from '@sekisho/core';
import type { Settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

/**
 * What to say when Sekisho could not start, in one line with what to do: for what an operator can
 * mend. Answers null for anything else, whose trace is wanted.
 */
export function startFailure(error: unknown, settings: Settings | null): string | null {
  if (error instanceof SettingsError || error instanceof ForeignDatabase) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (settings === null || typeof port !== 'number') return null;
  const setting = settingOfPort(settings, port);
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or choose another with ${setting}.`;
  if (code === 'EACCES')
    return `Port ${port} may not be listened on by this user. Choose another with ${setting}.`;
  return null;
}

function settingOfPort(settings: Settings, port: number): string {
  if (port === settings.practiceAwsPort) return 'SEKISHO_PRACTICE_AWS_PORT';
  return port === settings.practiceSlackPort ? 'SEKISHO_PRACTICE_SLACK_PORT' : 'SEKISHO_PORT';
}
