import { openLeaseIds } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import type { Wish } from './consider.ts';

/** What locks the count of one person's leases in one environment; a person and their agents share it. */
export function startSubject(person: string, environment: string): string {
  return `start:${person}:${environment}`;
}

/** Errors: `quota-reached` when the person already has as many leases here as one may have. */
export async function refuseOverQuota(
  tx: Tx,
  { person, environment, breakGlass }: Wish,
): Promise<void> {
  if (breakGlass) return;
  const { quota } = environment.opsServer;
  const open = await openLeaseIds(tx, {
    kind: 'ops-server',
    ...{ environment: environment.name, of: person.id },
    // As many as fill it tell all there is to tell.
    limit: quota,
  });
  if (open.length < quota) return;
  throw new AppError('quota-reached', { environment: environment.name, quota, open });
}
