import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PracticeFile, practiceFileIn, practiceFolderOfUser } from '@sekisho/practice/files';
import type { Settings } from '../settings.ts';

/**
 * Says where practice is and what its secret is, in files that only this user can read, so that
 * the command line on the same machine finds it. Answers how to take the word back.
 */
export function announcePractice(settings: Settings, file: PracticeFile): () => void {
  const { dataDirectory, home, stateHome, port } = settings;
  const folder = practiceFolderOfUser(home, stateHome);
  const paths = [practiceFileIn(dataDirectory), join(folder, `${port}.json`)];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const path of paths) {
    rmSync(path, { force: true });
    writeFileSync(path, `${JSON.stringify(file)}\n`, { mode: 0o600, flag: 'wx' });
  }
  return () => {
    for (const path of paths) rmSync(path, { force: true });
  };
}
