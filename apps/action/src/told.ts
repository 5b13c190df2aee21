import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './read-answer.ts';

const file = 'told.log';
const mostLines = 20;
/** As long before its deadline as Sekisho begins to warn of it. */
const soonMs = 10 * 60 * 1000;

/** Whether an answer has news besides credentials: the lease ends soon, or is over. */
export function isWarning({ state, deadline }: Answer, now: Date): boolean {
  return state !== 'active' || (deadline !== null && Date.parse(deadline) - +now <= soonMs);
}

/** Keeps for the post step what was said between it and the main one, once for each wording. */
export function keepTold(folder: string, { state, message }: Answer, now: Date): void {
  const text = `${state}: ${message}`.replaceAll(/\s+/g, ' ');
  if (readTold(folder).at(-1)?.endsWith(` ${text}`) === true) return;
  try {
    appendFileSync(join(folder, file), `${now.toISOString()} ${text}\n`, { mode: 0o600 });
  } catch {
    // A log that cannot be written must not cost the job its credentials.
  }
}

/** What was kept, oldest first, the newest of it. */
export function readTold(folder: string): string[] {
  try {
    return readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean).slice(-mostLines);
  } catch {
    return [];
  }
}
