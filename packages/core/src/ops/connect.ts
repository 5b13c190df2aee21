import { contract } from '@sekisho/contract';
import { needActive, needLease } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import type { OpsPorts } from './ports.ts';

export const connect = implement(contract['ops.connect'], {
  prepare: async ({ ports }: { ports: OpsPorts }) => ports.commands,
  decide: async (tx, { id }, commands) => {
    const lease = await needMine(tx, id);
    const { instanceId, frozen } = lease;
    const { region, engine = null } = frozen;
    const argv = commands.connect({ instanceId, region, engine });
    return {
      instanceId,
      argv,
      command: commands.quote(argv),
      deadline: lease.deadline.toISOString(),
    };
  },
});

/** The caller's own active lease with its instance: the holder, not the bot, opens sessions. */
export async function needMine(tx: Tx, id: string) {
  const lease = needActive(await needLease(tx, id, 'ops-server'));
  if (lease.holder !== tx.principal.id) throw new AppError('not-yours', { holder: lease.holder });
  if (lease.resource === null) throw new AppError('not-ready', { id, state: lease.state });
  return { ...lease, instanceId: lease.resource };
}
