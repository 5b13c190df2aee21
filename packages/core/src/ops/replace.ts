import { contract } from '@sekisho/contract';
import {
  type Frozen,
  frozenHash,
  type LeaseRow,
  leaseSubject,
  lockLease,
  move,
  needActive,
  needLease,
  refuseUnlessTender,
  tell,
} from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { askCloud } from '../platform/cloud-failure.ts';
import type { Tx } from '../platform/context.ts';
import { refuseWhenHalted } from '../platform/halt.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { needEnvironment } from '../policy/index.ts';
import type { ResolvedTemplate } from './cloud.ts';
import { refuseOldImage } from './consider.ts';
import { scopeOf, templateOf } from './frozen.ts';
import type { OpsPorts } from './ports.ts';
import { opsLeaseView } from './view.ts';

export const replace = implement(contract['ops.replace'], {
  subject: ({ id }) => leaseSubject(id),
  prepare: async ({ house, ports }: PrepareScope<OpsPorts>, { id }) => {
    const lease = await transactAsSystem(house, (tx) => needLease(tx, id, 'ops-server'));
    if (lease.state !== 'active') return null;
    // What was approved stays: the template's version, the size, the place. Only what its parameter holds is new.
    const { launchTemplateId: name, version, instanceType } = templateOf(lease);
    const wish = { name, version, instanceType };
    return askCloud(() => ports.cloud.resolveTemplate(scopeOf(lease), wish));
  },
  decide: async (tx, { id, force }, fresh: ResolvedTemplate | null, context) => {
    const lease = needActive(await lockLease(tx, id, 'ops-server'));
    refuseUnlessTender(tx, lease, context);
    await refuseWhenHalted(tx);
    if (fresh === null) throw new AppError('changed-meanwhile', { id });
    refuseSame(lease, fresh);
    refuseHeld(tx, lease, force === true);
    const environment = needEnvironment(tx.config, lease.environment);
    refuseOldImage({ environment, breakGlass: lease.break_glass }, fresh, tx.now);
    const replacing = await beginReplacing(tx, lease, fresh);
    tell(tx, 'replacing', [lease.holder], replacing, {});
    return opsLeaseView(tx, replacing);
  },
});

/** Errors: `image-unchanged`; `changed-meanwhile` when the lease became another since the cloud was asked. */
function refuseSame(lease: LeaseRow, fresh: ResolvedTemplate): void {
  const { id } = lease;
  const now = templateOf(lease);
  const same = now.launchTemplateId === fresh.launchTemplateId && now.version === fresh.version;
  if (!same || now.instanceType !== fresh.instanceType) {
    throw new AppError('changed-meanwhile', { id });
  }
  const { imageId, imageParameter: parameter } = now;
  if (imageId === fresh.imageId) throw new AppError('image-unchanged', { id, imageId, parameter });
}

/** Errors: `lease-held` while work goes on by itself, unless that is to be lost. */
function refuseHeld(tx: Tx, { id, hold_until: until }: LeaseRow, force: boolean): void {
  if (force || until === null || until <= tx.now) return;
  throw new AppError('lease-held', { id, until: until.toISOString() });
}

/** The lease waits for a server again; its holder, deadline and hard maximum stay. */
async function beginReplacing(tx: Tx, lease: LeaseRow, fresh: ResolvedTemplate): Promise<LeaseRow> {
  const before = templateOf(lease);
  const replaces = [...before.replaces, ...(lease.resource === null ? [] : [lease.resource])];
  const frozen: Frozen = { ...lease.frozen, kind: { ...fresh, replaces } };
  const { environment, requester, duration_seconds: seconds } = lease;
  const hash = frozenHash({ frozen, environment, requester, seconds });
  return move(tx, lease, {
    to: 'granting',
    patch: {
      frozen: JSON.stringify(frozen),
      frozen_hash: hash,
      ...{ resource: null, hold_until: null, step: 'replacing', missing: null, detail: null },
    },
    entry: {
      action: 'ops.replace',
      data: { resource: lease.resource, from: before.imageId, to: fresh.imageId, frozen: hash },
    },
  });
}
