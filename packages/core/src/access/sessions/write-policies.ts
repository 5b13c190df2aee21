import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { finishCleanUp } from './clean-up.ts';
import type { SessionCloud } from './cloud.ts';
import { type Mandate, readMandate } from './consent.ts';
import { type Denial, documentOf } from './document.ts';
import { sessionKey } from './ends.ts';
import { keyOfRow } from './judge-ends.ts';
import { noteTrouble, noteWritten } from './note-written.ts';
import type { Plan } from './plan.ts';
import { type SessionEndRow, writeCompared } from './store.ts';
import { namesOf } from './written.ts';

/** How often AWS is asked what the policies say, whatever was written last. */
const compareSeconds = 600;
/** A pass ends well within its claim; the next one goes on. */
const passSeconds = 60;

/** Brings each account's policy to what it should say now: it is there only while it denies something. */
export async function writePolicies(house: House, cloud: SessionCloud, plan: Plan): Promise<void> {
  const { mandate, rows } = plan;
  const documents = await documentsNow(house, cloud, plan);
  const accounts = new Set([...rows.map(({ account }) => account), ...Object.keys(documents)]);
  const end = addSeconds(house.clock.now(), passSeconds);
  for (const account of [...accounts].sort()) {
    if (house.clock.now() > end) return;
    await writeOne({ house, cloud, plan, account, before: documents[account] ?? null });
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

interface One {
  readonly house: House;
  readonly cloud: SessionCloud;
  readonly plan: Plan;
  readonly account: string;
  /** What it says now; null while there is none, empty when it says it to nobody. */
  readonly before: string | null;
}

type RowDenial = Denial & { readonly row: SessionEndRow };

async function writeOne({ house, cloud, plan, account, before }: One): Promise<void> {
  const { written, may } = plan.mandate;
  const now = house.clock.now();
  const rows = plan.rows.filter((row) => row.account === account);
  const over = rows.filter((row) => may === 'allow' || row.sessions_until <= now);
  const again = new Set(plan.ends.filter((end) => end.again).map(sessionKey));
  const denials = rows
    .filter((row) => row.stands === false && !over.includes(row))
    .filter((row) => may === 'deny' || row.written_at !== null)
    .map((row) => denialOf(row, again.has(keyOfRow(row))));
  const { document, left } = documentOf<RowDenial>(denials);
  const lost = left.map(({ row }) => row);
  const told = denials.map(({ row }) => row).filter((row) => !lost.includes(row));
  try {
    const { scope } = written;
    const names = namesOf(written);
    if (document === null && before !== null) await cloud.allowSessions(scope, names, account);
    if (document !== null && document !== before && isWanted(may, before)) {
      await cloud.denySessions(scope, names, { account, document });
    }
    await noteWritten(house, { account, document, changed: document !== before, told, lost, over });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    await noteTrouble(house, told, error.vendorCode);
  }
}

/** Nothing is denied anew, or again, that no agreement stands behind. */
function isWanted(may: Mandate['may'], before: string | null): boolean {
  return may === 'deny' || (before !== null && before !== '');
}

function denialOf(row: SessionEndRow, again: boolean): RowDenial {
  return {
    ...{ row, again, permissionSet: row.permission_set, userId: row.user_id },
    issuedBefore: row.issued_before,
    sessionsUntil: row.sessions_until,
    written: row.written_at !== null,
  };
}

/** Whether it may still be done: an admin can revoke it in the middle of a pass. */
function isStill(house: House, { consent, may }: Mandate): Promise<boolean> {
  return transactAsSystem(house, async (tx) => {
    const mandate = await readMandate(tx);
    return mandate?.consent.hash === consent.hash && mandate.may === may;
  });
}
