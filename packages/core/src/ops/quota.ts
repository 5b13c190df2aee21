import { openLeases } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import type { Wish } from './consider.ts';

/** Errors: `quota-reached` when the person already has as many leases here as one may have. */
export async function refuseOverQuota(
  tx: Tx,
  { person, environment, breakGlass }: Wish,
): Promise<void> {
  if (breakGlass) return;
  const { quota } = environment.opsServer;
  const open = await openLeases(tx, { environment: environment.name, of: person.id });
  if (open.length < quota) return;
  const ids = open.map((lease) => lease.id);
  throw new AppError('quota-reached', { environment: environment.name, quota, open: ids });
}
