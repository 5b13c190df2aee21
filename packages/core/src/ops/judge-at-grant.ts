import type { LeaseRow } from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { judge, needEnvironment } from '../policy/index.ts';
import { templateOf } from './frozen.ts';

/** Judges again what was approved, by the policy and roster of now. Errors: the refusal. */
export async function judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<void> {
  const person = needPerson(tx.config, lease.requester);
  const environment = needEnvironment(tx.config, lease.environment);
  const { reason, ticket, duration_seconds: seconds, kind } = lease;
  const size = templateOf(lease).instanceType;
  const judged = judge(
    tx.config,
    { person, environment, kind, seconds, reason, ticket, size },
    tx.now,
  );
  if (judged.refusal !== null) throw judged.refusal;
  if (person.role === 'read-only') throw new AppError('read-only', { who: person.id });
  const enough = lease.break_glass || lease.approval_count >= judged.approval.count;
  if (!enough) throw new AppError('policy-refused', { environment: environment.name });
}
