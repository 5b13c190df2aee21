import { contract } from '@sekisho/contract';
import { beginGraceAnew } from '../access/index.ts';
import { presumeSession } from '../ci/index.ts';
import {
  about,
  beginRevoking,
  extendParts,
  lockLease,
  move,
  needLease,
  redraw,
  updateLease,
} from '../leases/index.ts';
import { sweepSubject, trustDatabase, watchUnknown } from '../ops/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { haltSubject } from '../platform/halt.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import { readDuration } from '../platform/read-input.ts';
import { readRestored, restoredView, writeRestored } from '../platform/restored.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import type { Ports } from '../ports.ts';
import { compare, digestOf, usualWish, view } from './compare.ts';
import { type Difference, usualGraceSeconds } from './differences.ts';
import { look, type Sighting } from './look.ts';
import { wakeAll } from './store.ts';

/** An admin has looked: each difference is settled as it was shown, and the engine acts again. */
export const settle = implement(contract['recovery.settle'], {
  subject: () => haltSubject,
  prepare: ({ house, ports }: PrepareScope<Ports>) => look(house, ports),
  decide: async (tx, { reason, shown, grace, end = [], evenUnanswered = false }, sighting) => {
    await lockSubject(tx, sweepSubject);
    const mark = await readRestored(tx);
    if (mark === null) throw new AppError('not-restored', {});
    if (sighting.unanswered.length > 0 && !evenUnanswered) {
      throw new AppError('restored-unseen', { places: sighting.unanswered });
    }
    refuseUnseen(await compare(tx, sighting, usualWish), shown);
    const graceSeconds = grace === undefined ? usualGraceSeconds : readDuration('grace', grace);
    const differences = await compare(tx, sighting, { graceSeconds, end });
    await refuseOther(tx, end, differences);
    for (const difference of differences) await settleOne(tx, difference, sighting);
    await writeRestored(tx, null);
    await trustDatabase(tx);
    await beginGraceAnew(tx);
    await wakeAll(tx);
    const counts = Object.fromEntries(
      [...Map.groupBy(differences, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
    );
    tx.record({
      action: 'recovery.settle',
      data: { ...restoredView(mark), differences: counts, unanswered: sighting.unanswered },
      texts: { reason },
    });
    return view(null, differences, sighting);
  },
});

/** What came or went since somebody looked is settled by nobody. Errors: `restored-otherwise`. */
function refuseUnseen(differences: readonly Difference[], shown: string | undefined): void {
  if (shown === undefined && differences.length === 0) return;
  if (shown !== digestOf(differences)) throw new AppError('restored-otherwise', {});
}

/** Settling is done once: a slip must not pass for a wish. Errors: `lease-not-found`, `wrong-state`. */
async function refuseOther(
  tx: Tx,
  end: readonly string[],
  differences: readonly Difference[],
): Promise<void> {
  const ending = new Set(
    differences.filter(({ settles }) => settles === 'ends').map(({ lease }) => lease),
  );
  const other = end.find((id) => !ending.has(id));
  if (other === undefined) return;
  const { id, state } = await needLease(tx, other);
  throw new AppError('wrong-state', { id, state });
}

async function settleOne(tx: Tx, difference: Difference, sighting: Sighting): Promise<void> {
  const { kind, lease, until } = difference;
  switch (kind) {
    case 'unknown': {
      const { found } = sighting.servers;
      const server = found.find(({ instance }) => instance.instanceId === difference.resource);
      if (server !== undefined) await watchUnknown(tx, server);
      return;
    }
    case 'waiting':
      return withdraw(tx, lease ?? '');
    case 'gone':
    case 'unfinished':
    case 'job':
      return end(tx, lease ?? '');
    case 'overdue':
      return putOff(tx, lease ?? '', new Date(until ?? Number.NaN));
    case 'lingering':
      // The engine goes on with what it had begun, and the sweep knows ended leases.
      return;
  }
}

/** It may have been lent, and given back, since: whoever still needs it asks again. */
async function withdraw(tx: Tx, id: string): Promise<void> {
  const lease = await lockLease(tx, id);
  // A part may have gone with its parent a moment ago.
  if (lease.state !== 'requested' && lease.state !== 'approved') return;
  const entry = { action: 'lease.withdraw', data: { by: 'recovery.settle' } };
  await move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry });
}

async function end(tx: Tx, id: string): Promise<void> {
  const lease = await lockLease(tx, id);
  if (lease.state !== 'granting' && lease.state !== 'active') return;
  // What its job was given after the backup is denied, too.
  if (lease.kind === 'ci-role') await presumeSession(tx, lease);
  const ending = lease.state === 'active' ? 'resource-gone' : 'launch-failed';
  await beginRevoking(tx, lease, ending, { data: { by: 'recovery.settle' } });
}

async function putOff(tx: Tx, id: string, deadline: Date): Promise<void> {
  const lease = await lockLease(tx, id);
  if (lease.state !== 'active' || lease.deadline === null) return;
  const bySeconds = Math.round((deadline.getTime() - lease.deadline.getTime()) / 1000);
  const put = await updateLease(tx, lease, { deadline });
  tx.record({ ...about(lease), action: 'recovery.put-off', data: { bySeconds, deadline } });
  await extendParts(tx, put);
  redraw(tx, put);
}
