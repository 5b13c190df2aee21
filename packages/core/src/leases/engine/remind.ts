import type { Tx } from '../../platform/context.ts';
import { lastDeadline } from '../last-deadline.ts';
import { about, redraw } from '../move.ts';
import { tell } from '../notify.ts';
import type { LeaseRow } from '../row.ts';
import { updateLease } from '../store.ts';
import { dueReminders } from './reminders.ts';

/** Gives the reminders that are due as one, and remembers of which deadline they spoke. */
export async function remind(tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const due = dueReminders(tx.config, lease).filter(({ at }) => tx.now >= at);
  const spoken = lease.deadline?.toISOString() ?? '';
  const secondsBefore = Math.min(...due.map((reminder) => reminder.secondsBefore));
  const given = Object.fromEntries(due.map((each) => [String(each.secondsBefore), spoken]));
  const reminded = await updateLease(tx, lease, {
    notified_for: JSON.stringify({ ...lease.notified_for, ...given }),
  });
  const data = { secondsBefore, deadline: spoken };
  tx.record({ ...about(lease), action: 'lease.reminded', data });
  const last = lastDeadline(lease);
  const canExtend = last !== null && lease.deadline !== null && lease.deadline < last;
  const dedupe = `reminder:${lease.id}:${secondsBefore}:${spoken}`;
  tell(tx, 'reminder', [lease.holder], reminded, { deadline: spoken, canExtend }, dedupe);
  redraw(tx, reminded);
  return reminded;
}
