import { type Finding, found, subjectOf } from '@sekisho/contract';
import { readHealth } from '../leases/index.ts';
import type { House, Tx } from '../platform/context.ts';
import { readHalt } from '../platform/halt.ts';
import { readRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { entriesOfActions } from '../timeline/index.ts';
import type { Examination } from './ports.ts';

const server = subjectOf('server');
const timeline = subjectOf('timeline');
/** Seconds that a target may be due before deadlines are kept late. */
const latest = 120;
/** Days after which a checkpoint, or a backup, says too little of today. */
const oldest = { anchor: 8, backup: 2 } as const;
const dayMs = 86_400_000;

/** What is remembered of the engine and of what an operator owes. */
export function houseExaminations(house: House, practice: boolean): readonly Examination[] {
  const reading = (work: (tx: Tx) => Promise<readonly Finding[]>) => () =>
    transactAsSystem(house, work);
  return [
    {
      codes: ['stop-everything', 'restore', 'engine', 'stuck-leases'],
      subject: server,
      examine: reading(standing),
    },
    {
      codes: ['anchor', 'backup'],
      subject: timeline,
      examine: reading(async (tx) => [
        await lastOf(tx, 'anchor', 'timeline.anchor', practice),
        await lastOf(tx, 'backup', 'backup.taken', practice),
      ]),
    },
  ];
}

async function standing(tx: Tx): Promise<readonly Finding[]> {
  const halt = await readHalt(tx);
  const restored = await readRestored(tx);
  const { oldestDueSeconds, stuckLeases: count } = await readHealth(tx);
  const seconds = Math.round(oldestDueSeconds);
  return [
    halt === null
      ? found('stop-everything', 'off', server, {})
      : found('stop-everything', 'on', server, { since: halt.since, by: halt.by }),
    restored === null
      ? found('restore', 'settled', server, {})
      : found('restore', 'unsettled', server, { takenAt: restored.takenAt }),
    seconds > latest
      ? found('engine', 'late', server, { seconds, bound: latest })
      : found('engine', 'good', server, { seconds }),
    count > 0
      ? found('stuck-leases', 'stuck', server, { count })
      : found('stuck-leases', 'none', server, {}),
  ];
}

/** When the timeline last tells of it. */
async function lastOf(
  tx: Tx,
  code: 'anchor' | 'backup',
  action: string,
  practice: boolean,
): Promise<Finding> {
  const [last] = await entriesOfActions(tx, { actions: [action], limit: 1 });
  if (last === undefined) return found(code, practice ? 'practice' : 'never', timeline, {});
  const { at } = last;
  const days = Math.floor((tx.now.getTime() - Date.parse(at)) / dayMs);
  const bound = oldest[code];
  return days > bound
    ? found(code, 'old', timeline, { at, days, bound })
    : found(code, 'good', timeline, { at, days });
}
