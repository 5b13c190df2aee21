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
import { forgetTemplates } from './known-templates.ts';
import type { OpsPorts } from './ports.ts';
import { tagKeys } from './tags.ts';
import { opsLeaseView } from './view.ts';

/** A heartbeat is renewed each minute; one that is older is of work that is over. */
const beatCountsMs = 3 * 60_000;

interface Prepared {
  readonly fresh: ResolvedTemplate;
  /** When the server last said that a process is held there; null when it did not. */
  readonly beatAt: Date | null;
}

export const replace = implement(contract['ops.replace'], {
  subject: ({ id }) => leaseSubject(id),
  prepare: async ({ house, ports }: PrepareScope<OpsPorts>, { id }) => {
    const lease = await transactAsSystem(house, (tx) => needLease(tx, id, 'ops-server'));
    if (lease.state !== 'active') return null;
    // What was approved stays: the template's version, the size, the place. Only what its parameter holds is new.
    const { launchTemplateId: name, version, instanceType } = templateOf(lease);
    const wish = { name, version, instanceType };
    const at = scopeOf(lease);
    const fresh = await askCloud(() => ports.cloud.resolveTemplate(at, wish));
    forgetTemplates(ports.cloud);
    const servers = await askCloud(() => ports.cloud.instancesByTag(at, tagKeys.lease, [id]));
    const server = servers.find(({ instanceId }) => instanceId === lease.resource);
    const beatAt = new Date(server?.tags[tagKeys.heartbeat] ?? '');
    return { fresh, beatAt: Number.isNaN(beatAt.getTime()) ? null : beatAt };
  },
  decide: async (tx, { id, force }, prepared: Prepared | null, context) => {
    const lease = needActive(await lockLease(tx, id, 'ops-server'));
    refuseUnlessTender(tx, lease, context);
    await refuseWhenHalted(tx);
    if (prepared === null) throw new AppError('changed-meanwhile', { id });
    const { fresh, beatAt } = prepared;
    refuseSame(lease, fresh);
    refuseLate(tx, lease);
    if (force !== true) refuseHeld(tx, lease, beatAt);
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

/** Errors: `replace-too-late` when the lease may end before a new server is ready: the old one would end for nothing. */
function refuseLate({ now, config }: Tx, { id, deadline }: LeaseRow): void {
  if (deadline === null) return;
  const leftSeconds = Math.max(0, Math.floor((deadline.getTime() - now.getTime()) / 1000));
  const neededSeconds = config.leases.readyWithinSeconds;
  if (leftSeconds >= neededSeconds) return;
  throw new AppError('replace-too-late', { id, leftSeconds, neededSeconds });
}

/** Errors: `lease-held` while work goes on by itself: as somebody said, or as the server says of a process. */
function refuseHeld(tx: Tx, { id, hold_until: said }: LeaseRow, beatAt: Date | null): void {
  // A server's own clock, or whoever writes its tags, says nothing of what is to come.
  const beats = beatAt === null || beatAt > tx.now ? 0 : beatAt.getTime() + beatCountsMs;
  const until = new Date(Math.max(said?.getTime() ?? 0, beats));
  if (until <= tx.now) return;
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
