import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import {
  type Config,
  checkConfig,
  listServiceFiles,
  type Problem,
  problemText,
  readServiceFiles,
} from '@sekisho/config';
import type { DefinitionTexts } from '@sekisho/core';
import type { Logger } from 'pino';
import { SettingsError } from './settings-error.ts';

export interface ConfigFile {
  readonly current: () => Config;
  /** The files that it was read from, named as seen from sekisho.yaml. */
  readonly texts: () => DefinitionTexts;
  /** Told when another configuration came into force. */
  onChange(listener: () => void): void;
  /** Looks whether anything changed; it does so by itself as well. */
  look(): void;
  close(): void;
}

const everyMs = 1000;

/**
 * Keeps the configuration of sekisho.yaml and of `services` beside it in force, and follows them.
 * Whatever changed comes into force together, once all files have held still from one look to the
 * next, so that half of a checkout is not taken for the whole; a change with problems is told and the
 * old configuration stays. Errors: `SettingsError` with every problem.
 */
export function watchConfig(path: string, logger: Logger): ConfigFile {
  let judged = stampOf(path);
  let pending: string | null = null;
  let { config: current, texts } = read(path, logger);
  const listeners: (() => void)[] = [];

  function look(): void {
    const seen = stampOf(path);
    const isStill = seen === pending;
    pending = seen === judged ? null : seen;
    if (pending === null || !isStill) return;
    try {
      const next = read(path, logger);
      // It changed while it was read: the next look sees that.
      if (stampOf(path) !== seen) return;
      takeOver(next.config);
      // Comments change nothing that is in force, and yet what people edit.
      texts = next.texts;
    } catch (error) {
      logger.error({ err: error }, 'the changed configuration has problems; the old one stays');
    }
    judged = seen;
    pending = null;
  }

  function takeOver(next: Config): void {
    if (next.hash === current.hash) return;
    if (next.installation !== current.installation) {
      throw new SettingsError(
        'The installation cannot be renamed while it runs: its servers bear the old name.',
      );
    }
    current = next;
    for (const listener of listeners) listener();
    logger.info({ hash: next.hash }, 'the configuration changed');
  }

  const timer = setInterval(look, everyMs).unref();
  return {
    current: () => current,
    texts: () => texts,
    onChange: (listener) => void listeners.push(listener),
    look,
    close: () => clearInterval(timer),
  };
}

function read(path: string, logger: Logger): { config: Config; texts: DefinitionTexts } {
  const [text, files] = [readText(path), readServiceFiles(path)];
  const { config, problems, warnings } = checkConfig(text, path, files);
  if (config === null) throw new SettingsError(problems.map(textOf).join('\n'));
  if (warnings.length > 0)
    logger.warn({ warnings: warnings.map(textOf) }, 'the configuration says what has no effect');
  const near = (file: string) => relative(dirname(path), file);
  return {
    config,
    texts: { config: text, files: files.map((one) => ({ ...one, file: near(one.file) })) },
  };
}

function textOf(problem: Problem): string {
  return problemText(problem, 'en');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const shut = (cause as NodeJS.ErrnoException).code === 'EACCES';
    const fix = shut
      ? 'It is shut to the user that Sekisho runs as: open file and folder to it (chmod a+rX).'
      : 'Write one (`sekisho schema` describes it), or name another with SEKISHO_CONFIG.';
    throw new SettingsError(`${path} cannot be read. ${fix}`, { cause });
  }
}

/** Changes whenever a file of the configuration is written, appears or goes. */
function stampOf(path: string): string {
  const files = listServiceFiles(path).map((one) => ('stamp' in one ? one.stamp : one));
  return JSON.stringify([ownStamp(path), files]);
}

function ownStamp(path: string): string {
  try {
    const target = realpathSync(path);
    const { ino, size, mtimeMs, ctimeMs } = statSync(target);
    return [target, ino, size, mtimeMs, ctimeMs].join(' ');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
