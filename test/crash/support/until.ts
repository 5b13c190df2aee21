import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 100;

/**
 * Asks again and again until the answer is not null.
 *
 * Errors: after `seconds`, naming what was waited for and the last error, if there was one.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null>,
  seconds = 240,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await sleep(pauseMs);
  }
}

/** Lets so many seconds pass. */
export function sleepSeconds(seconds: number): Promise<void> {
  return sleep(seconds * 1000);
}
