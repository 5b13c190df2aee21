import type { Tx } from '../../platform/context.ts';
import { revokeAllBut } from './store.ts';

/** Ends the sessions of everyone whom the roster does not know any more. */
export async function dropStrangers(tx: Tx, { people } = tx.config): Promise<void> {
  const gone = await revokeAllBut(
    tx,
    people.map(({ id }) => id),
  );
  for (const { id, person } of gone) {
    tx.record({ action: 'session.dropped', subject: id, data: { person } });
  }
}
