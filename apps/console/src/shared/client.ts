import { type Client, createClient, ProblemError } from '@sekisho/contract/client';
import { headers } from './headers.ts';

const direct = createClient({
  baseUrl: '',
  fetch: (input, init) => fetch(input, init),
  headers,
});

/** Calls verbs; whoever has to show again who they are is asked for it, and the call is repeated. */
export const client: Client = {
  call: (name, input, options) =>
    direct.call(name, input, options).catch(async (error: unknown) => {
      if (!(error instanceof ProblemError) || error.problem.code !== 'step-up-needed') throw error;
      const { stepUp } = await import('./step-up.ts');
      // What the browser says of a passkey that was not shown tells nobody what to do.
      await stepUp(error.problem.facts?.['needed']).catch((failed: unknown) => {
        throw failed instanceof ProblemError ? failed : error;
      });
      return direct.call(name, input, options);
    }),
};
