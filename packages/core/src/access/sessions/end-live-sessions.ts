import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AccessCloud } from '../cloud.ts';
import type { SessionCloud } from './cloud.ts';
import { judgeEnds } from './judge-ends.ts';
import { noteTrouble } from './note-written.ts';
import { readPlan } from './plan.ts';
import { writePolicies } from './write-policies.ts';

/**
 * One pass: denies the sessions that outlived their lease, and takes away denials of sessions that have
 * ended by themselves. What is denied follows from the leases and the time alone, so that a pass that
 * died, or AWS that did not answer, costs nothing but time.
 */
export async function endLiveSessions(
  house: House,
  { access, sessions }: { readonly access: AccessCloud; readonly sessions: SessionCloud },
): Promise<void> {
  const plan = await transactAsSystem(house, readPlan);
  if (plan === null) return;
  await judgeEnds(house, access, plan);
  const judged = await transactAsSystem(house, readPlan);
  if (judged === null) return;
  try {
    await writePolicies(house, sessions, judged);
  } catch (error) {
    if (error instanceof CloudError) await noteTrouble(house, judged.rows, error.vendorCode);
    throw error;
  }
}
