import { type Checkpoint, contract } from '@sekisho/contract';
import type { Tx } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import { genesis } from './chain.ts';
import { makeCheckpoint, type Signer } from './checkpoint.ts';
import { readHead } from './reading/store.ts';

export const anchor = implement(contract['timeline.anchor'], {
  subject: () => 'timeline',
  prepare: async ({ ports }: { ports: { signer: Signer } }) => ports.signer,
  decide: async (tx, _input, signer) => {
    const made = await checkpointNow(tx, signer);
    tx.record({ action: 'timeline.anchor', data: { number: made.number, hash: made.hash } });
    return made;
  },
});

/** A checkpoint of the timeline as the transaction finds it. */
export async function checkpointNow(tx: Tx, signer: Signer): Promise<Checkpoint> {
  const { number, hash } = (await readHead(tx)) ?? { number: 0, hash: genesis };
  const { installation } = tx.config;
  return makeCheckpoint(signer, { installation, number, hash, at: tx.now.toISOString() });
}
