import { about, type LeaseRow, lockLease } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import { askCloud } from '../platform/cloud-failure.ts';
import { type Tx, transact } from '../platform/context.ts';
import { refuseUntilSettled } from '../platform/restored.ts';
import type { PrepareScope } from '../platform/verb.ts';
import type { RoleCredentials, RoleSession } from './cloud.ts';
import { roleOfLease, scopeOfRole, sessionName, strongOf, worksUntil } from './frozen.ts';
import { type Asking, refuseOther } from './open.ts';
import { sessionPolicy } from './policies/index.ts';
import { type CiPorts, needCi } from './ports.ts';
import { insertSession } from './store.ts';

/** Seconds that a call to STS may take: its session then ends that much later than we asked. */
const callSeconds = 60;

/**
 * Makes credentials of an active lease for the job that it is for. What is about to be out is known
 * before AWS is asked. Null for a window, whose role the job has itself.
 * Errors: `ci-lease-differs`, `not-ready`, `wrong-state`, `restored-unsettled`, those of the cloud.
 */
export async function issue(
  { house, ports, context }: PrepareScope<CiPorts>,
  id: string,
  asking: Asking,
): Promise<RoleCredentials | null> {
  const lease = await transact(house, context.principal, (tx) => reserve(tx, id, asking));
  if (roleOfLease(lease).approach === 'window') return null;
  const { cloud } = needCi(ports);
  const given = await askCloud(() => cloud.assumeRole(scopeOfRole(lease), sessionOf(lease)));
  // Whoever has them must come again before they stop working, not after.
  const until = worksUntil(lease)?.toISOString() ?? given.expiresAt;
  return { ...given, expiresAt: until < given.expiresAt ? until : given.expiresAt };
}

async function reserve(tx: Tx, id: string, asking: Asking): Promise<LeaseRow> {
  const lease = await lockLease(tx, id, 'ci-role');
  // It may have ended since the backup: nothing is made of it before an admin has looked.
  await refuseUntilSettled(tx);
  refuseOther(lease, asking);
  const { state, deadline } = lease;
  if (state !== 'active' || deadline === null || deadline <= tx.now) {
    throw new AppError('wrong-state', { id, state });
  }
  await presumeSession(tx, lease);
  const { approach, role, sessionSeconds, purpose } = roleOfLease(lease);
  if (approach === 'window') return lease;
  tx.record({
    ...about(lease),
    action: 'ci.issued',
    data: { role, purpose, seconds: sessionSeconds },
  });
  return lease;
}

/** Has the job's credentials taken for alive as long as any that are made by now may be; a window's are its own. */
export async function presumeSession(tx: Tx, lease: LeaseRow): Promise<void> {
  const { approach, role, sessionSeconds } = roleOfLease(lease);
  if (approach === 'window') return;
  const expires_at = addSeconds(tx.now, sessionSeconds + callSeconds);
  await insertSession(tx, { id: tx.ids.id('ses'), lease: lease.id, role, expires_at });
}

/** A session bears what it is for, and ends with the deadline although nobody ends it. */
function sessionOf(lease: LeaseRow): RoleSession {
  const lent = roleOfLease(lease);
  const until = worksUntil(lease);
  if (until === null) throw new Error('an active lease has a deadline');
  return {
    roleArn: lent.role,
    sessionName: sessionName(lease),
    sourceIdentity: sessionName(lease),
    externalId: lent.roleExternalId,
    seconds: lent.sessionSeconds,
    tags: {
      'sekisho:lease': lease.id,
      'sekisho:repository': lent.repositoryId,
      'sekisho:run': `${lent.runId}-${lent.attempt}`,
      'sekisho:purpose': lent.purpose,
      'sekisho:actor': lent.actor.replace(/[^\w.@-]/g, '_'),
      ...(lent.plan === null ? {} : { 'sekisho:plan': lent.plan.sha256 }),
    },
    policy: sessionPolicy(until.toISOString(), strongOf(lent)),
  };
}
