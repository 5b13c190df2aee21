import { contract } from '@sekisho/contract';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { needEnvironment } from '../policy/index.ts';
import { needMine } from './connect.ts';
import type { OpsPorts } from './ports.ts';

/** Local ports stay clear of the privileged ones and of a local database on the usual port. */
const localOffset = 10_000;

export const forward = implement(contract['ops.forward'], {
  prepare: async ({ ports }: { ports: OpsPorts }) => ports.commands,
  decide: async (tx, input, commands) => {
    const lease = await needMine(tx, input.id);
    const { forwards, forwardDocument } = needEnvironment(tx.config, lease.environment).opsServer;
    const known = Object.keys(forwards);
    const target = known.includes(input.to) ? forwards[input.to] : undefined;
    if (target === undefined) throw new AppError('unknown-forward', { value: input.to, known });
    const { host, port: remotePort } = target;
    const localPort = input.localPort ?? suggestedPort(remotePort);
    const { instanceId, frozen, deadline } = lease;
    const argv = commands.forward({
      instanceId,
      region: frozen.region,
      host,
      remotePort,
      localPort,
      document: forwardDocument,
    });
    const command = commands.quote(argv);
    return {
      instanceId,
      argv,
      command,
      deadline: deadline.toISOString(),
      host,
      remotePort,
      localPort,
    };
  },
});

function suggestedPort(remotePort: number): number {
  const port = remotePort + localOffset;
  return port <= 65_535 ? port : remotePort;
}
