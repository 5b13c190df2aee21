import { page } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { deleteEnd, putEnd, readCompared, type SessionEndRow, writeCompared } from './store.ts';
import { forgetTrouble, patientSeconds } from './troubles.ts';

/** What one account's policy says from now on. */
export interface Written {
  readonly account: string;
  readonly document: string | null;
  readonly changed: boolean;
  /** AWS would not have it before. */
  readonly wasTrouble: boolean;
  /** Those that it denies. */
  readonly told: readonly SessionEndRow[];
  /** Those that it has no room for. */
  readonly lost: readonly SessionEndRow[];
  /** Those whose sessions have ended by themselves. */
  readonly over: readonly SessionEndRow[];
}

/** Remembers what AWS was told, with an entry for each lease whose sessions ended, or live on. */
export async function noteWritten(house: House, written: Written): Promise<void> {
  const { told, lost, over, changed, wasTrouble } = written;
  const news = told.some(({ pending, no_room }) => pending || no_room);
  const isQuiet = !news && !changed && !wasTrouble && over.length === 0;
  if (isQuiet && lost.every(({ no_room }) => no_room)) return;
  await transactAsSystem(house, async (tx) => {
    await remember(tx, written);
    await forgetTrouble(tx, written.account);
    for (const row of told) await noteTold(tx, row);
    for (const row of lost) await noteLost(tx, row);
    for (const row of over) await deleteEnd(tx, row);
    if (over.some(({ written_at }) => written_at !== null)) {
      const data = { leases: over.map(({ lease }) => lease) };
      tx.record({ ...about(written), action: 'access.sessions-trimmed', data });
    }
  });
}

/** Remembers what AWS said instead. */
export async function noteTrouble(
  house: House,
  rows: readonly SessionEndRow[],
  code: string,
): Promise<void> {
  const waiting = rows.filter(({ pending }) => pending);
  const fresh = waiting.filter(({ trouble }) => trouble !== code);
  if (fresh.length > 0) {
    await transactAsSystem(house, async (tx) => {
      for (const row of fresh) await putEnd(tx, { ...row, trouble: code });
    });
  }
  await tellLate(house, waiting, code);
}

/** Pages for those of which AWS should know since long. */
export async function tellLate(
  house: House,
  rows: readonly SessionEndRow[],
  code: string,
): Promise<void> {
  const now = house.clock.now();
  const late = rows.filter((row) => now >= addSeconds(row.issued_before, patientSeconds));
  if (late.length === 0) return;
  await transactAsSystem(house, async (tx) => {
    for (const row of late) tellLiving(tx, row, code);
  });
}

async function remember(tx: Tx, { account, document }: Written): Promise<void> {
  const compared = await readCompared(tx);
  // An admin has just revoked or agreed: AWS is to be asked first.
  if (compared === null) return;
  const { [account]: _before, ...others } = compared.documents;
  const documents = document === null ? others : { ...others, [account]: document };
  await writeCompared(tx, { ...compared, documents });
}

async function noteTold(tx: Tx, row: SessionEndRow): Promise<void> {
  if (!row.pending && !row.no_room) return;
  const settled = { written_at: row.written_at ?? tx.now, pending: false, no_room: false };
  await putEnd(tx, { ...row, ...settled, trouble: null });
  tx.record({ ...aboutRow(row), action: 'access.sessions-ended' });
}

async function noteLost(tx: Tx, row: SessionEndRow): Promise<void> {
  if (row.no_room) return;
  await putEnd(tx, { ...row, no_room: true, written_at: null });
  tx.record({ ...aboutRow(row), action: 'access.sessions-left' });
  tellLiving(tx, row, 'no-room');
}

/** Pages once for each lease whose sessions live on although they should not. */
function tellLiving(tx: Tx, row: SessionEndRow, because: string): void {
  const { lease, person, permission_set: permissionSet, account } = row;
  const until = row.sessions_until.toISOString();
  const facts = { lease, person, permissionSet, account, until, because };
  page(tx, 'sessions-live-on', facts, `sessions-live-on:${lease}`, lease);
}

function about({ account }: Pick<Written, 'account'>) {
  return { subject: `account:${account}`, lease: null, environment: null };
}

function aboutRow(row: SessionEndRow) {
  const { account, permission_set: permissionSet, person, lease } = row;
  const issuedBefore = row.issued_before.toISOString();
  const until = row.sessions_until.toISOString();
  return { ...about(row), lease, data: { account, permissionSet, person, issuedBefore, until } };
}
