import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomIds } from '@sekisho/core';

/** Practice's secret: made once for a data directory, so that an open page survives a restart. */
export function practiceSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'practice-secret');
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writeFileSync(path, randomIds.secret(), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}
