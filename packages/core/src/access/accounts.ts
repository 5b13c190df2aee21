import { forGroups } from '@sekisho/accounts';
import { contract, type OutputOf } from '@sekisho/contract';
import { ownerOf, personOf } from '../people/index.ts';
import { implement } from '../platform/verb.ts';

/**
 * The account map of the configuration in force, as the caller sees it: SREs all of it, others what
 * somebody in their groups may have. Without accounts it is empty.
 */
export const accounts = implement(contract['access.accounts'], {
  decide: async ({ config, principal }): Promise<OutputOf<'access.accounts'>> => {
    const person = personOf(config, ownerOf(principal.id));
    const isWhole = person?.role === 'sre' || person?.role === 'admin';
    const map = isWhole ? config.accounts : forGroups(config.accounts, person?.groups ?? []);
    return structuredClone(map) as OutputOf<'access.accounts'>;
  },
});
