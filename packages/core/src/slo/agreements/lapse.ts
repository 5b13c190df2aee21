import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AgreementRow } from './row.ts';
import { lockLapsed, updateAgreement } from './store.ts';
import { about, redraw, tellAsker } from './tell.ts';
import { asOfNow } from './view.ts';

/** How long people have to agree: what nobody answers in thirty days nobody wants. */
export const lapseSeconds = 30 * 24 * 3600;
const mostAtOnce = 100;

/** Writes down that nobody answered in time; answers whether that was so. */
export async function lapseWhenLate(tx: Tx, row: AgreementRow): Promise<boolean> {
  if (row.state !== 'open' || asOfNow(tx, row).state !== 'lapsed') return false;
  const lapsed = await updateAgreement(tx, row, { state: 'lapsed', ended_at: row.lapses_at });
  tx.record({ ...about(lapsed), action: 'slo.lapsed' });
  tellAsker(tx, 'agreement-lapsed', lapsed, {});
  redraw(tx, lapsed);
  return true;
}

/** Writes it down for everything that is open for too long. */
export function lapseLate(house: House): Promise<void> {
  return transactAsSystem(house, async (tx) => {
    for (const row of await lockLapsed(tx, mostAtOnce)) await lapseWhenLate(tx, row);
  });
}
