import type { Database } from '@sekisho/core';
import type { LifeRow } from './life-row.ts';

interface Entry {
  readonly lease: string;
  readonly action: string;
  readonly body: string;
}

/** What must hold at the end of a calm period: every target closed. */
export async function checkClosed({ kysely }: Database): Promise<string[]> {
  const open = (await kysely
    .selectFrom('targets')
    .select('key')
    .where('next_check_at', 'is not', null)
    .execute()) as { key: string }[];
  return open.map(({ key }) => `${key} is not closed`);
}

/** Every transition is one entry, and times follow from what was agreed. */
export async function checkEntries(
  { kysely }: Database,
  rows: readonly LifeRow[],
): Promise<string[]> {
  const entries = (await kysely
    .selectFrom('entries')
    .select(['lease', 'action', 'body'])
    .where('lease', 'is not', null)
    .where('outcome', '=', 'done')
    .orderBy('number')
    .execute()) as Entry[];
  const approvals = (await kysely.selectFrom('approvals').selectAll().execute()) as {
    lease: string;
    approver: string;
  }[];
  const byLease = Map.groupBy(entries, ({ lease }) => lease);
  return rows.flatMap((row) => {
    const own = byLease.get(row.id) ?? [];
    const given = approvals.filter(({ lease }) => lease === row.id);
    return [
      ...checkSteps(row, own),
      ...checkTimes(row, own),
      ...checkApprovals(row, own, given),
    ].map((words) => `${row.id} (${row.state}): ${words}`);
  });
}

function checkSteps(row: LifeRow, entries: readonly Entry[]): string[] {
  const count = (...actions: string[]) =>
    entries.filter(({ action }) => actions.includes(action)).length;
  const granted = row.granted_at === null ? 0 : 1;
  const before = ['denied', 'withdrawn', 'lapsed'].includes(row.state);
  const stopped = count('ops.stop', 'lease.withdraw', 'lease.revoking');
  const final = count('lease.ended', 'lease.failed', 'lease.lapsed', 'lease.deny');
  const over = row.ended_at !== null;
  const expected: [string, number, number][] = [
    ['ops.start', count('ops.start'), 1],
    ['lease.granting', count('lease.granting'), granted],
    ['the end', over && row.state !== 'withdrawn' ? final : 1, 1],
    ['taking back', over && (granted === 1 || row.state === 'withdrawn') ? stopped : 1, 1],
    ['a grant after the end', before ? granted : 0, 0],
  ];
  const ready = count('lease.ready');
  // What was replaced becomes ready again, unless it ends first.
  const [least, most] = row.ready_at === null ? [0, 0] : [1, 1 + count('ops.replace')];
  if (ready < least || ready > most) return [`${ready} entries of lease.ready`];
  return expected
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) => `${found} entries of ${what}, not ${wanted}`);
}

function checkTimes(row: LifeRow, entries: readonly Entry[]): string[] {
  const { ready_at: ready, deadline, hard_maximum: hard, granted_at: granted } = row;
  if (ready === null || deadline === null || hard === null || granted === null) {
    return ready === null && deadline !== null ? ['a deadline before it was ready'] : [];
  }
  const added = entries
    .filter(({ action }) => action === 'ops.extend')
    .map(({ body }) => (JSON.parse(body) as { data: { bySeconds: number } }).data.bySeconds);
  const seconds = added.reduce((sum, each) => sum + each, row.duration_seconds);
  const longest = granted.getTime() + (20 * 60 + row.maximum_seconds) * 1000;
  return [
    ...(deadline.getTime() - ready.getTime() === seconds * 1000
      ? []
      : ['its deadline does not run from ready']),
    ...(hard.getTime() <= longest ? [] : ['its hard maximum was moved out']),
    ...(deadline.getTime() <= hard.getTime() ? [] : ['its deadline is past its hard maximum']),
  ];
}

function checkApprovals(
  row: LifeRow,
  entries: readonly Entry[],
  given: readonly { approver: string }[],
): string[] {
  const counted = entries.filter(({ action }) => action === 'lease.approve').length;
  const own = given.some(({ approver }) => approver === row.requester);
  const short = row.granted_at !== null && given.length < row.approval_count;
  return [
    ...(own ? ['approved by its requester'] : []),
    ...(short ? ['granted with too few approvals'] : []),
    ...(counted === given.length ? [] : [`${counted} entries of ${given.length} approvals`]),
  ];
}
