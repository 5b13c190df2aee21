import type { EnvironmentConfig } from '@sekisho/config';
import { contract } from '@sekisho/contract';
import { readHalt } from '../platform/halt.ts';
import { readRestored, restoredView } from '../platform/restored.ts';
import { implement } from '../platform/verb.ts';
import { personOf, personView } from './roster.ts';

export const me = implement(contract['people.me'], {
  prepare: async ({ ports }: { ports: { practice: boolean } }) => ports.practice,
  decide: async (tx, _input, practice) => {
    const person = personOf(tx.config, tx.principal.id);
    return {
      principal: tx.principal,
      person: person ? personView(tx.config, person, tx.now) : null,
      installation: tx.config.installation,
      practice,
      stopped: await readHalt(tx),
      restored: restoredView(await readRestored(tx)),
      environments: Object.values(tx.config.environments).map(environmentView),
    };
  },
});

function environmentView({ name, production, region, opsServer }: EnvironmentConfig) {
  const forwards = Object.keys(opsServer.forwards);
  return { name, production, region, sizes: [...opsServer.sizes], forwards };
}
