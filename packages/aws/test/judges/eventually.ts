import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats a check until it stops throwing; AWS shows what was done a while later. */
export async function eventually<T>(patienceMs: number, check: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= until) throw error;
      await sleep(Math.min(1000, patienceMs / 50));
    }
  }
}
