import { type Finding, found, subjectOf } from '@sekisho/contract';
import type { KeepingPorts } from '../keeping/index.ts';
import { readHealth } from '../leases/index.ts';
import { addSeconds } from '../platform/clock.ts';
import type { House, Tx } from '../platform/context.ts';
import { readHalt } from '../platform/halt.ts';
import { type LateOrders, readLateOrders } from '../platform/outbox.ts';
import { readRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { entriesOfActions } from '../timeline/index.ts';
import { ageOf } from './age.ts';
import { keepingExaminations } from './examine-keeping.ts';
import type { Examination } from './ports.ts';

const server = subjectOf('server');
const timeline = subjectOf('timeline');
/** Seconds that a target may be due before deadlines are kept late. */
const latest = 120;
/** Days after which a checkpoint, or a backup, says too little of today. */
const oldest = { anchor: 8, backup: 2 } as const;
/** What the timeline tells of, when it was handed out whole. */
const told = { anchor: 'timeline.anchor', backup: 'backup.sent' } as const;

/** What is remembered of the engine and of what an operator owes. */
export function houseExaminations(
  house: House,
  { practice, keeping }: KeepingPorts & { readonly practice: boolean },
): readonly Examination[] {
  const places = house.config().keeping;
  // Where what is kept can be looked at, the timeline's word is not needed.
  const kept = (['anchor', 'backup'] as const).filter(
    (code) => keeping === undefined || places[`${code}s`] === null,
  );
  const reading = (work: (tx: Tx) => Promise<readonly Finding[]>) => () =>
    transactAsSystem(house, work);
  return [
    {
      codes: ['stop-everything', 'restore', 'engine', 'stuck-leases'],
      subject: server,
      examine: reading(standing),
    },
    { codes: ['orders'], subject: server, examine: reading(orders) },
    ...kept.map(
      (code): Examination => ({
        codes: [code],
        subject: timeline,
        examine: reading(async (tx) => [await lastOf(tx, code, practice)]),
      }),
    ),
    ...keepingExaminations(house, keeping),
  ];
}

/** Pages are told first, and tried for ever. */
const pageTopics = ['page', 'slo', 'alert'];
/** Minutes that something may wait to be told: an answer that is slow, or a limit of Slack, is no fault. */
const patience = 15;

async function orders(tx: Tx): Promise<readonly Finding[]> {
  const since = addSeconds(tx.now, -patience * 60);
  const factsOf = ({ count, oldest, error }: LateOrders) => ({
    ...{ count, bound: patience, detail: error ?? '-' },
    minutes: Math.floor((tx.now.getTime() - oldest.getTime()) / 60_000),
  });
  const pages = await readLateOrders(tx, since, { topics: pageTopics });
  if (pages !== null) return [found('orders', 'pages-late', server, factsOf(pages))];
  const rest = await readLateOrders(tx, since, { topics: pageTopics, others: true });
  if (rest === null) return [found('orders', 'good', server, { bound: patience })];
  return [found('orders', 'late', server, { ...factsOf(rest), topic: rest.topic })];
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
async function lastOf(tx: Tx, code: 'anchor' | 'backup', practice: boolean): Promise<Finding> {
  const [last] = await entriesOfActions(tx, { actions: [told[code]], limit: 1 });
  if (last === undefined) return found(code, practice ? 'practice' : 'never', timeline, {});
  const { isOld, at, days, bound } = ageOf(last.at, tx.now, oldest[code]);
  return isOld
    ? found(code, 'old', timeline, { at, days, bound })
    : found(code, 'good', timeline, { at, days });
}
