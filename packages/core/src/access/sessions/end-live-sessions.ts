import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AccessCloud } from '../cloud.ts';
import { dropUnbelieved } from './believe.ts';
import type { SessionCloud } from './cloud.ts';
import { judgeAgain } from './judge-again.ts';
import { judgeEnds } from './judge-ends.ts';
import { noteTrouble } from './note-written.ts';
import { type Plan, readPlan } from './plan.ts';
import { keepTroubles, tellNotTrimmed } from './troubles.ts';
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
  await dropUnbelieved(house, plan.unbelieved);
  await judgeEnds(house, access, plan);
  const fresh = await transactAsSystem(house, readPlan);
  if (fresh === null) return;
  await judgeAgain(house, access, fresh);
  const judged = await transactAsSystem(house, readPlan);
  if (judged === null) return;
  try {
    await writePolicies(house, sessions, judged);
  } catch (error) {
    if (error instanceof CloudError) await noteForAll(house, judged, error);
    throw error;
  }
}

/** AWS does not even say what the policies say. */
async function noteForAll(house: House, plan: Plan, error: CloudError): Promise<void> {
  const { rows, compared, mandate, troubles } = plan;
  const known = [...rows.map(({ account }) => account), ...Object.keys(compared?.documents ?? {})];
  const accounts = mandate.may === 'allow' ? [...known, ...mandate.written.accounts] : known;
  // Once AWS answers again, no account waits for longer.
  const asked = { failure: 'unknown-outcome', vendorCode: error.vendorCode } as const;
  await keepTroubles(house, [...new Set(accounts)], asked);
  await noteTrouble(house, rows, error.vendorCode);
  const late = rows.filter(
    (row) => row.written_at !== null && row.sessions_until <= house.clock.now(),
  );
  const denied = mandate.may === 'allow' ? accounts : late.map(({ account }) => account);
  for (const account of new Set(denied)) {
    const since = troubles[account]?.since;
    if (since) await tellNotTrimmed(house, account, { since, code: error.vendorCode });
  }
}
