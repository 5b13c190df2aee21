import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { genesis } from './chain.ts';
import { makeCheckpoint, type Signer } from './checkpoint.ts';
import { readHead } from './reading/store.ts';

export const anchor = implement(contract['timeline.anchor'], {
  subject: () => 'timeline',
  prepare: async ({ ports }: { ports: { signer: Signer } }) => ports.signer,
  decide: async (tx, _input, signer) => {
    const head = (await readHead(tx)) ?? { number: 0, hash: genesis };
    tx.record({ action: 'timeline.anchor', data: { number: head.number, hash: head.hash } });
    return makeCheckpoint(signer, {
      installation: tx.config.installation,
      number: head.number,
      hash: head.hash,
      at: tx.now.toISOString(),
    });
  },
});
