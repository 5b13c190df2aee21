import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { type Config, checkConfig, problemText } from '@sekisho/config';
import type { Logger } from 'pino';
import { SettingsError } from './settings.ts';

export interface ConfigFile {
  readonly current: () => Config;
  /** Told when another configuration came into force. */
  onChange(listener: () => void): void;
  close(): void;
}

const watchMs = 2000;

/**
 * Keeps the configuration of a file in force, and follows the file: a change that holds comes into
 * force, one with problems is told and the old one stays. Errors: `SettingsError` with every problem.
 */
export function watchConfig(path: string, logger: Logger): ConfigFile {
  let current = read(path);
  const listeners: (() => void)[] = [];
  watchFile(path, { interval: watchMs, persistent: false }, () => {
    try {
      const next = read(path);
      if (next.hash === current.hash) return;
      if (next.installation !== current.installation) {
        throw new SettingsError(
          'The installation cannot be renamed while it runs: its servers bear the old name.',
        );
      }
      current = next;
      for (const listener of listeners) listener();
      logger.info({ hash: next.hash }, 'the configuration changed');
    } catch (error) {
      logger.error({ err: error }, 'the changed configuration has problems; the old one stays');
    }
  });
  return {
    current: () => current,
    onChange: (listener) => void listeners.push(listener),
    close: () => unwatchFile(path),
  };
}

function read(path: string): Config {
  const { config, problems } = checkConfig(readText(path), path);
  if (config !== null) return config;
  throw new SettingsError(problems.map((problem) => problemText(problem, 'en')).join('\n'));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SettingsError(
      `${path} cannot be read. Write one (\`sekisho schema\` describes it), or name another with SEKISHO_CONFIG.`,
      { cause },
    );
  }
}
