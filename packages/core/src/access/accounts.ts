import { contract, type OutputOf } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';

/** The account map of the configuration in force; without accounts it is empty. */
export const accounts = implement(contract['access.accounts'], {
  decide: async ({ config }): Promise<OutputOf<'access.accounts'>> =>
    structuredClone(config.accounts) as OutputOf<'access.accounts'>,
});
