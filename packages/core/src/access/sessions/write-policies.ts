import { addSeconds } from '../../platform/clock.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { finishCleanUp } from './clean-up.ts';
import type { SessionCloud } from './cloud.ts';
import { type Mandate, readMandate } from './consent.ts';
import type { Plan } from './plan.ts';
import { writeCompared } from './store.ts';
import { writeAccount } from './write-account.ts';
import { namesOf } from './written.ts';

/** How often AWS is asked what the policies say, whatever was written last. */
const compareSeconds = 600;
/** A pass ends well within its claim; the next one goes on. */
const passSeconds = 60;

/** Brings each account's policy to what it should say now: it is there only while it denies something. */
export async function writePolicies(house: House, cloud: SessionCloud, plan: Plan): Promise<void> {
  const { mandate, rows } = plan;
  const documents = await documentsNow(house, cloud, plan);
  const named = [...Object.keys(documents), ...Object.keys(plan.troubles)];
  const accounts = new Set([...rows.map(({ account }) => account), ...named]);
  const end = addSeconds(house.clock.now(), passSeconds);
  for (const account of [...accounts].sort()) {
    if (house.clock.now() > end) return;
    await writeAccount({ house, cloud, plan, account, before: documents[account] ?? null });
    if (!(await isStill(house, mandate))) return;
  }
  if (mandate.may !== 'deny') await finishCleanUp(house, cloud, mandate);
}

/** What the policies say: as was written last, and every so often as AWS says. */
async function documentsNow(
  house: House,
  cloud: SessionCloud,
  { mandate, compared }: Plan,
): Promise<Readonly<Record<string, string>>> {
  const now = house.clock.now();
  if (compared !== null && now < addSeconds(new Date(compared.at), compareSeconds)) {
    return compared.documents;
  }
  const { written } = mandate;
  const policies = await cloud.sessionPolicies(written.scope, namesOf(written));
  // One that is not attached, or was left half made, is as good as written wrongly.
  const said = policies.map(({ account, document, attached }) => [
    account,
    attached ? document : '',
  ]);
  const documents = Object.fromEntries(said) as Record<string, string>;
  await transactAsSystem(house, (tx) => writeCompared(tx, { at: now.toISOString(), documents }));
  return documents;
}

/** Whether it may still be done: an admin can revoke it in the middle of a pass. */
function isStill(house: House, { consent, may }: Mandate): Promise<boolean> {
  return transactAsSystem(house, async (tx) => {
    const mandate = await readMandate(tx);
    return mandate?.consent.hash === consent.hash && mandate.may === may;
  });
}
