import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, type FindingSubject, found } from '@sekisho/contract';
import { signerFromPem } from '@sekisho/core';

/** How the data directory and the key in it are kept. */
export function examineFiles(dataDirectory: string, subject: FindingSubject): readonly Finding[] {
  return [examineDirectory(dataDirectory, subject), examineKey(dataDirectory, subject)];
}

function examineDirectory(path: string, subject: FindingSubject): Finding {
  if (!existsSync(path)) return found('data-directory', 'absent', subject, { path });
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return found('data-directory', 'unwritable', subject, { path, detail: codeOf(error) });
  }
  const mode = openTo(path);
  if (mode !== null) return found('data-directory', 'exposed', subject, { path, mode });
  return found('data-directory', 'good', subject, { path });
}

function examineKey(dataDirectory: string, subject: FindingSubject): Finding {
  const path = join(dataDirectory, 'signing-key.pem');
  if (!existsSync(path)) return found('signing-key', 'absent', subject, { path });
  try {
    // Reading a pipe would wait for whoever writes it.
    if (!statSync(path).isFile()) throw new TypeError('not a file');
    signerFromPem(readFileSync(path, 'utf8'));
  } catch (error) {
    return found('signing-key', 'unreadable', subject, { path, detail: codeOf(error) });
  }
  const mode = openTo(path);
  if (mode !== null) return found('signing-key', 'exposed', subject, { path, mode });
  return found('signing-key', 'good', subject, { path });
}

/** The mode of what others of the machine may use, in octal; null where nobody else may. */
export function openTo(path: string): string | null {
  const { mode } = statSync(path);
  return (mode & 0o077) === 0 ? null : (mode & 0o777).toString(8).padStart(4, '0');
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? 'unknown');
}
