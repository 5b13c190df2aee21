import type { Tx } from '../../platform/context.ts';
import { unlinkAllBut } from '../links/store.ts';
import { revokeAllBut } from './store.ts';

/**
 * Ends the sessions and the Slack links of everyone whom the roster does not know any more: whoever
 * is given their id later gets neither.
 */
export async function dropStrangers(tx: Tx, { people } = tx.config): Promise<void> {
  const known = people.map(({ id }) => id);
  for (const { id, person } of await revokeAllBut(tx, known)) {
    tx.record({ action: 'session.dropped', subject: id, data: { person } });
  }
  for (const { id, person } of await unlinkAllBut(tx, known)) {
    tx.record({ action: 'people.link-dropped', subject: id, data: { person } });
  }
}
