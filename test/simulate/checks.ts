import type { Database } from '@sekisho/core';
import type { InProcessCloud } from '@sekisho/practice/aws';

/** After its deadline nothing may live longer than this (seconds), while Sekisho works and nothing is faulty. */
export const promisedLateness = 180;
/** A schedule keeps to the minute, and its Automation takes a moment. */
export const switchLateness = 120;

export interface LifeRow {
  readonly id: string;
  readonly state: string;
  readonly requester: string;
  readonly duration_seconds: number;
  readonly maximum_seconds: number;
  readonly approval_count: number;
  readonly granted_at: Date | null;
  readonly ready_at: Date | null;
  readonly deadline: Date | null;
  readonly hard_maximum: Date | null;
  readonly ended_at: Date | null;
  readonly ending: string | null;
}

interface Entry {
  readonly lease: string;
  readonly action: string;
  readonly body: string;
}

export async function readLives({ kysely }: Database): Promise<LifeRow[]> {
  return (await kysely.selectFrom('leases').selectAll().execute()) as LifeRow[];
}

/** Instances that cost money and let people in, by lease. */
export function livingByLease({ world }: InProcessCloud, now: number): Map<string, Living[]> {
  const living = new Map<string, Living[]>();
  for (const { id, tags, phases, launchedAt } of world.instances.values()) {
    const state = phases.findLast(({ at }) => at <= now)?.state ?? 'pending';
    if (state === 'terminated' || state === 'shutting-down') continue;
    const lease = tags['sekisho:lease'] ?? '';
    const maximum = Date.parse(tags['sekisho:hard-maximum'] ?? '');
    living.set(lease, [...(living.get(lease) ?? []), { id, launchedAt, maximum }]);
  }
  return living;
}

export interface Living {
  readonly id: string;
  readonly launchedAt: number;
  readonly maximum: number;
}

/** What must hold at every moment, whatever is broken: from the cloud's own state. */
export function checkCloud(living: Map<string, Living[]>, now: number): string[] {
  return [...living].flatMap(([lease, instances]) => [
    ...(instances.length > 1 ? [`${lease} has ${instances.length} living instances`] : []),
    ...instances.flatMap(({ id, maximum }) =>
      now > maximum + 20 * 60_000 + switchLateness * 1000 ? [`${id} outlived ${lease}`] : [],
    ),
  ]);
}

/** What must hold of every lease at every moment. */
export function checkLives(
  rows: readonly LifeRow[],
  living: Map<string, Living[]>,
  now: number,
): string[] {
  return rows.flatMap((row) => {
    const instances = living.get(row.id) ?? [];
    const problems: string[] = [];
    const say = (words: string) => problems.push(`${row.id} (${row.state}): ${words}`);
    if (instances.length > 0 && row.granted_at === null) say('an instance before the grant');
    const over = row.ended_at?.getTime() ?? Number.POSITIVE_INFINITY;
    if (instances.some(({ launchedAt }) => launchedAt < over && now >= over)) {
      say('ended with an instance');
    }
    if (row.granted_at && instances.length > 0) {
      const longest = row.granted_at.getTime() + (20 * 60 + row.maximum_seconds) * 1000;
      if (now > longest + switchLateness * 1000) say('alive past the hard maximum');
    }
    return problems;
  });
}

/** What must hold once Sekisho has worked undisturbed for longer than it promises. */
export function checkLateness(
  rows: readonly LifeRow[],
  living: Map<string, Living[]>,
  now: number,
): string[] {
  return rows.flatMap((row) => {
    const { deadline } = row;
    const late = deadline !== null && now > deadline.getTime() + promisedLateness * 1000;
    const alive = living.has(row.id);
    return late && alive ? [`${row.id} (${row.state}): alive past its deadline`] : [];
  });
}

/** What must hold at the end of a calm period: everything over, absent, disarmed and closed. */
export async function checkEnd(database: Database, cloud: InProcessCloud): Promise<string[]> {
  const open = (await database.kysely
    .selectFrom('targets')
    .select(['key', 'next_check_at', 'claimed_until'])
    .where('next_check_at', 'is not', null)
    .execute()) as { key: string }[];
  return [
    ...open.map(({ key }) => `${key} is not closed`),
    ...[...cloud.world.schedules.values()].map(({ name }) => `${name} is still armed`),
  ];
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
    ['lease.ready', count('lease.ready'), row.ready_at === null ? 0 : 1],
    ['the end', over && row.state !== 'withdrawn' ? final : 1, 1],
    ['taking back', over && (granted === 1 || row.state === 'withdrawn') ? stopped : 1, 1],
    ['a grant after the end', before ? granted : 0, 0],
  ];
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
