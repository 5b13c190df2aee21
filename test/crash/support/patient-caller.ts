import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InputOf, OutputOf, VerbName } from '@sekisho/contract';
import { createClient, ProblemError } from '@sekisho/contract/client';

/** A person who repeats an unanswered command, with its key, until somebody answers. */
export interface Caller {
  as<Name extends VerbName>(hat: string, name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
}

/** A server that answers, and a signal for when another one is to be asked instead. */
export interface Door {
  readonly url: string;
  readonly secret: string;
  readonly closed: AbortSignal;
}

const pauseMs = 200;
const answerMs = 20_000;
const patienceMs = 240_000;

/** Calls the server that `where` names; asked anew before each try. */
export function patientCaller(where: () => Door): Caller {
  return {
    async as(hat, name, input) {
      const idempotencyKey = randomUUID();
      const end = Date.now() + patienceMs;
      for (;;) {
        try {
          const { url: baseUrl, secret, closed } = where();
          const headers = () => ({ authorization: `Bearer ${secret}`, 'sekisho-hat': hat });
          const client = createClient({ baseUrl, fetch, headers });
          const signal = AbortSignal.any([AbortSignal.timeout(answerMs), closed]);
          return await client.call(name, input, { idempotencyKey, signal });
        } catch (error) {
          if (isAnswer(error) || Date.now() > end) throw error;
          await sleep(pauseMs);
        }
      }
    },
  };
}

/** A refusal is an answer, and so is a bug; "not now", whoever says it, and an interrupted call are none. */
function isAnswer(error: unknown): boolean {
  return error instanceof ProblemError && ![502, 503, 504].includes(error.problem.status);
}
