import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AccessCloud } from '../cloud.ts';
import { type SessionEnd, sessionKey } from './ends.ts';
import { noteTrouble, tellLate } from './note-written.ts';
import type { Plan } from './plan.ts';
import { standsBeside } from './standing.ts';
import { keyOfRow, putEnd, type SessionEndRow } from './store.ts';

/** How often access that stood beside a lease is looked at again. */
const againSeconds = 60;

/**
 * Finds out of every end that is new whether access stands beside the lease, and keeps it. An end
 * that AWS says nothing of is tried again in the next pass; until then what was denied stays denied.
 */
export async function judgeEnds(
  house: House,
  cloud: AccessCloud,
  { ends, rows, mandate }: Plan,
): Promise<void> {
  if (mandate.may !== 'deny') return;
  const { settings } = mandate;
  const known = new Map(rows.map((row) => [keyOfRow(row), row]));
  for (const end of ends) {
    const row = known.get(sessionKey(end));
    if (!isDue(house, end, row)) continue;
    const person = house.config().people.find(({ id }) => id === end.person);
    try {
      const stands = await standsBeside(cloud, settings, end, person);
      await keep(house, end, row, { stands, trouble: null });
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      const code = error.vendorCode;
      // Replaced, the older end would be forgotten while nothing takes its place.
      if (row?.stands === false) await tellLate(house, [rowOf(end, row)], code);
      else if (row === undefined) await keep(house, end, row, { stands: null, trouble: code });
      else await noteTrouble(house, [row], code);
    }
  }
}

function isDue({ clock }: House, end: SessionEnd, row: SessionEndRow | undefined): boolean {
  if (row === undefined || row.stands === null) return true;
  if (row.issued_before.getTime() !== end.issuedBefore.getTime()) return true;
  // With a later lease nobody can tell any more what was there beside the first.
  if (!row.stands || end.again || row.judged_at === null) return false;
  return clock.now() >= addSeconds(row.judged_at, againSeconds);
}

function keep(
  house: House,
  end: SessionEnd,
  row: SessionEndRow | undefined,
  { stands, trouble }: Pick<SessionEndRow, 'stands' | 'trouble'>,
): Promise<void> {
  return transactAsSystem(house, (tx) =>
    putEnd(tx, { ...rowOf(end, row), ...standing(stands), trouble, judged_at: tx.now }),
  );
}

function rowOf(end: SessionEnd, row: SessionEndRow | undefined): SessionEndRow {
  return {
    account: end.account,
    permission_set: end.permissionSet,
    user_id: end.userId,
    ...{ lease: end.lease, person: end.person },
    issued_before: end.issuedBefore,
    sessions_until: end.sessionsUntil,
    ...{ stands: null, judged_at: null, pending: true, no_room: false, trouble: null },
    written_at: row?.written_at ?? null,
  };
}

/** What stands is not denied, now or any more. */
function standing(stands: boolean | null) {
  return stands === true ? { stands, pending: false, written_at: null } : { stands };
}
