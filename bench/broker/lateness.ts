import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from '@sekisho/core';
import { contextOf } from '../../test/support/world.ts';
import {
  brokerPurpose,
  type Crowd,
  permissionSetArn,
  placeOf,
  userId,
  windowPurpose,
} from './crowd.ts';
import { countLive, type Ending, endings, letEnd } from './endings.ts';
import { type LentHouse, openLentHouse } from './lent-house.ts';

/** How a crowd's leases end: their deadlines within so many seconds, or all at once when everything is stopped. */
export interface Round extends Crowd {
  readonly spanSeconds: number | 'stop-all';
  /** Milliseconds that each call to AWS takes. */
  readonly latencyMs: number;
}

/** Milliseconds from each lease's deadline, or from the order to stop, until what is named. */
export interface Late {
  readonly removalAskedMs: readonly number[];
  readonly removedMs: readonly number[];
  readonly deniedMs: readonly number[];
  readonly windowGoneMs: readonly number[];
  /** What was cut before its time. */
  readonly early: number;
  readonly failures: ReadonlyMap<string, number>;
}

const patienceMs = 20 * 60_000;

/** Lends to a crowd on practice, lets all of it end in real time, and says how late each end was. */
export async function measureLateness(round: Round, say: (what: string) => void): Promise<Late> {
  const directory = await mkdtemp(join(tmpdir(), 'sekisho-late-'));
  const database = await openEmbedded(directory);
  try {
    const house = await openLentHouse(database, round);
    say(`lending ${round.leases} of each kind`);
    await lendAll(house, round);
    const { spanSeconds } = round;
    const from = Date.now() + 5000;
    const span = spanSeconds === 'stop-all' ? 0 : spanSeconds * 1000;
    // Nobody waits for a deadline when everything is stopped.
    const dueFrom = spanSeconds === 'stop-all' ? from + 3_600_000 : from;
    await letEnd(database, dueFrom, span);
    const leases = await endings(database);
    const policies: { at: number; name: string; document: string | null }[] = [];
    house.begin(round.latencyMs, (name, document) => {
      policies.push({ at: Date.now(), name, document });
    });
    await sleep(from - Date.now());
    const orderedAt = Date.now();
    if (spanSeconds === 'stop-all') {
      await house.quick.call('lease.stop-all', contextOf('sre'), { reason: 'bench' });
    }
    say(spanSeconds === 'stop-all' ? 'all stopped' : `all end within ${spanSeconds} s`);
    const until = Date.now() + span + patienceMs;
    while ((await countLive(database)) > 0 && Date.now() < until) await sleep(1000);
    await house.stop();
    const due = (lease: Ending) => (spanSeconds === 'stop-all' ? orderedAt : lease.deadline);
    return { ...lateOf(house, leases, policies, due), failures: house.failures };
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Every lease comes by its verb, and by the engine; the jobs of the broker have credentials out. */
async function lendAll(house: LentHouse, crowd: Crowd): Promise<void> {
  const { quick, exchange } = house;
  const numbers = Array.from({ length: crowd.leases }, (_, number) => number);
  for (const number of numbers) {
    const { person, account, permissionSet, role } = placeOf(number, crowd);
    const wish = { permissionSet, account, for: '2h', reason: 'bench' };
    await quick.call('access.request', contextOf(person), wish);
    await exchange(number + 1, windowPurpose(role));
    await exchange(number + 1, brokerPurpose(role));
    if (number % 20 === 0) while ((await quick.reconcile()) > 0);
  }
  const until = Date.now() + 5 * 60_000;
  while ((await countLive(house.database, 'active')) < 3 * crowd.leases) {
    if (Date.now() > until) throw new Error('the leases do not become active');
    if ((await quick.reconcile()) === 0) await sleep(200);
  }
  for (const number of numbers) {
    await exchange(number + 1, brokerPurpose(placeOf(number, crowd).role));
  }
}

type Policies = readonly { at: number; name: string; document: string | null }[];

function lateOf(
  { world }: LentHouse,
  leases: readonly Ending[],
  policies: Policies,
  due: (lease: Ending) => number,
): Omit<Late, 'failures'> {
  const removals = new Map(
    [...world.changes.values()]
      .filter(({ kind, reason }) => kind === 'delete' && reason === null)
      .map((change) => [
        `${change.account} ${change.principalId} ${change.permissionSetArn}`,
        change,
      ]),
  );
  const of = (approach: Ending['approach']) => leases.filter((one) => one.approach === approach);
  const removed = of('assignment').flatMap((lease) => {
    const { account, holder } = lease;
    const change = removals.get(`${account} ${userId(holder)} ${permissionSetArn}`);
    const at = due(lease);
    return [
      { asked: (change?.createdAt ?? Infinity) - at, gone: (change?.settlesAt ?? Infinity) - at },
    ];
  });
  const denied = of('broker').map(
    (lease) => firstAt(policies, (one) => denies(one, lease)) - due(lease),
  );
  const closed = of('window').map(
    (lease) =>
      firstAt(policies, ({ name, document }) => document === null && name.endsWith(lease.id)) -
      due(lease),
  );
  const all = [...removed.map(({ asked }) => asked), ...denied, ...closed];
  return {
    removalAskedMs: removed.map(({ asked }) => asked),
    removedMs: removed.map(({ gone }) => gone),
    ...{ deniedMs: denied, windowGoneMs: closed },
    early: all.filter((late) => late < 0).length,
  };
}

function firstAt(policies: Policies, is: (one: Policies[number]) => boolean): number {
  return policies.find(is)?.at ?? Infinity;
}

/** Of some twenty leases of a role all that ended are named. */
function denies({ name, document }: Policies[number], { id }: Ending): boolean {
  return name === 'sekisho-ended' && document !== null && document.includes(`"${id}"`);
}
