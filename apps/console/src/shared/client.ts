import { type Client, createClient, ProblemError } from '@sekisho/contract/client';
import { preferences } from './preferences.ts';

/** Headers that say in which language to answer and, in practice, whose hat is worn. */
export function headers(): Record<string, string> {
  const { language, hat } = preferences();
  return { 'accept-language': language, ...(hat === null ? {} : { 'sekisho-hat': hat }) };
}

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
