import { readFileSync } from 'node:fs';
import { SettingsError } from './settings-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const secrets =
  /^(SLACK_(BOT_TOKEN|APP_TOKEN|SIGNING_SECRET)|SEKISHO_DATABASE_(URL|PASSWORD)|SEKISHO_(ALERT|SOURCE|GITHUB|LOGIN)_.+)_FILE$/;

/**
 * The environment with secrets that are in files: `SLACK_BOT_TOKEN_FILE` names one whose text is
 * `SLACK_BOT_TOKEN`, but for a line break at its end. Other users of a machine see what a container's
 * environment holds, and its engine keeps it on the disk. An empty file is a secret that is not set.
 * Errors: `SettingsError` for a file that cannot be read, and for a secret that is in both places.
 */
export function withSecretFiles(env: Environment): Environment {
  const read = Object.entries(env).flatMap(([variable, path]) => {
    if (!path || !secrets.test(variable)) return [];
    const name = variable.slice(0, -'_FILE'.length);
    if (env[name]) throw new SettingsError(`${name} and ${variable} are both set; keep one.`);
    return [[name, textOf(variable, path)] as const];
  });
  return read.length === 0 ? env : { ...env, ...Object.fromEntries(read) };
}

/** Paths of the files that secrets are in. */
export function secretFilesIn(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([variable, path]) =>
    path && secrets.test(variable) ? [path] : [],
  );
}

function textOf(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new SettingsError(
      `${variable} names ${path}, which cannot be read (${code}). Let the user that Sekisho runs as read it.`,
      { cause },
    );
  }
}
