import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { SessionCloud } from './cloud.ts';
import { type Mandate, readMandate } from './consent.ts';
import { readCompared, readEnds, writeCompared } from './store.ts';
import { forgetTroubles } from './troubles.ts';
import { namesOf, writeWritten } from './written.ts';

/**
 * Ends what no agreement stands behind any more, once AWS lists no policy of ours: until then it is
 * asked again. Errors: `CloudError` when AWS does not say.
 */
export async function finishCleanUp(
  house: House,
  cloud: SessionCloud,
  { written, may }: Mandate,
): Promise<void> {
  const seemsDone = await transactAsSystem(house, async (tx) => {
    const compared = await readCompared(tx);
    const isEmpty = compared !== null && Object.keys(compared.documents).length === 0;
    return isEmpty && (await readEnds(tx)).length === 0;
  });
  if (!seemsDone) return;
  const left = await cloud.sessionPolicies(written.scope, namesOf(written));
  await transactAsSystem(house, async (tx) => {
    await writeCompared(tx, null);
    // Somebody may have agreed meanwhile.
    if (left.length > 0 || (await readMandate(tx))?.may !== may) return;
    await writeWritten(tx, null);
    await forgetTroubles(tx);
    const about = { subject: 'live-sessions', lease: null, environment: null };
    tx.record({ ...about, action: 'access.sessions-cleaned', data: { policy: written.policy } });
  });
}
