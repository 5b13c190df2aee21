import type { VerbName } from '@sekisho/contract';
import type { Context as Call } from 'hono';
import { tell } from '../told.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';

/** Answers one call of a verb, and counts what became of it. Errors: those of `work`. */
export async function answerVerb(
  c: Call<DoorEnv>,
  metrics: HttpDoorOptions['metrics'],
  verb: VerbName,
  work: () => Promise<unknown>,
): Promise<Response> {
  const begun = performance.now();
  let outcome = 'done';
  try {
    const answer = await work();
    c.header('cache-control', 'no-store');
    return c.json(answer);
  } catch (error) {
    outcome = tell(error, c.get('reader'), '').code;
    throw error;
  } finally {
    const seconds = (performance.now() - begun) / 1000;
    metrics.observeCall({ door: 'http', verb, outcome, seconds });
  }
}
