import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import type { SessionCloud } from './cloud.ts';
import { type Denial, documentOf } from './document.ts';
import { sessionKey } from './ends.ts';
import { noteTrouble, noteWritten } from './note-written.ts';
import type { Plan } from './plan.ts';
import { keyOfRow, type SessionEndRow } from './store.ts';
import { keepTroubles, tellNotTrimmed } from './troubles.ts';
import { isCovered, namesOf } from './written.ts';

/** One account's policy. */
export interface One {
  readonly house: House;
  readonly cloud: SessionCloud;
  readonly plan: Plan;
  readonly account: string;
  /** What it says now; null while there is none, empty when it says it to nobody. */
  readonly before: string | null;
}

type RowDenial = Denial & { readonly row: SessionEndRow };

/** What the policy is to say, and to whom. */
interface Wanted {
  readonly document: string | null;
  readonly told: readonly SessionEndRow[];
  readonly lost: readonly SessionEndRow[];
  readonly over: readonly SessionEndRow[];
}

/** Brings one account's policy to what it should say, unless AWS has just refused that for good. */
export async function writeAccount(one: One): Promise<void> {
  const { house, plan, account, before } = one;
  const wanted = wantedOf(one, house.clock.now());
  const { document, told, over } = wanted;
  const trouble = plan.troubles[account];
  // Something that should not be denied any more is.
  const trims = before !== null && (document === null || over.some(({ written_at }) => written_at));
  if (trouble !== undefined && house.clock.now() < new Date(trouble.notBefore)) {
    await noteTrouble(house, told, trouble.code);
    if (trims) await tellNotTrimmed(house, account, trouble);
    return;
  }
  try {
    await change(one, document);
    const changed = document !== before;
    await noteWritten(house, { ...wanted, account, changed, wasTrouble: trouble !== undefined });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    await keepTroubles(house, [account], error);
    await noteTrouble(house, told, error.vendorCode);
    const code = error.vendorCode;
    if (trims && trouble !== undefined) {
      await tellNotTrimmed(house, account, { since: trouble.since, code });
    }
  }
}

async function change({ cloud, plan, account, before }: One, document: string | null) {
  const { written } = plan.mandate;
  if (document === before) return;
  if (document === null) await cloud.allowSessions(written.scope, namesOf(written), account);
  else await cloud.denySessions(written.scope, namesOf(written), { account, document });
}

function wantedOf({ plan, account, before }: One, now: Date): Wanted {
  const denials = denialsOf(plan, account, { before, now });
  const over = plan.rows.filter((row) => row.account === account && isOver(plan, row, now));
  const { document, left } = documentOf<RowDenial>(denials);
  const lost = left.map(({ row }) => row);
  const told = denials.map(({ row }) => row).filter((row) => !lost.includes(row));
  return { document, told, lost, over };
}

/** What the account's policy is to deny, whether it has room for all of it or not. */
export function denialsOf(
  plan: Plan,
  account: string,
  { before, now }: Pick<One, 'before'> & { readonly now: Date },
): RowDenial[] {
  const again = new Set(plan.ends.filter((end) => end.again).map(sessionKey));
  return (
    plan.rows
      .filter((row) => row.account === account && row.stands === false && !isOver(plan, row, now))
      // Nothing is denied anew, or again, that no agreement stands behind.
      .filter((row) => plan.mandate.may === 'deny' || (row.written_at !== null && before))
      .map((row) => denialOf(row, again.has(keyOfRow(row))))
  );
}

function isOver({ mandate }: Plan, { account, sessions_until }: SessionEndRow, now: Date): boolean {
  const { may, written } = mandate;
  return may === 'allow' || !isCovered(written, account) || sessions_until <= now;
}

function denialOf(row: SessionEndRow, again: boolean): RowDenial {
  return {
    ...{ row, again, permissionSet: row.permission_set, userId: row.user_id },
    issuedBefore: row.issued_before,
    sessionsUntil: row.sessions_until,
    written: row.written_at !== null,
    seenIdle: again ? null : row.judged_at,
  };
}
