import type { ContainerEngine } from '@sekisho/core/cloud';
import { holderHome } from './creation.ts';

/**
 * The command that opens a shell in a container as its holder, as an argv array. It is the holder's own
 * docker command, with the holder's own way to the engine.
 */
export function connectCommand(
  { context, endpoint }: Pick<ContainerEngine, 'context' | 'endpoint'>,
  instanceId: string,
): string[] {
  const engine = context === null ? ['--host', endpoint] : ['--context', context];
  const verify = context === null && endpoint.startsWith('tcp:') ? ['--tlsverify'] : [];
  const home = ['--workdir', holderHome, '--env', `HOME=${holderHome}`];
  return [
    ...['docker', ...engine, ...verify, 'exec', '--interactive', '--tty', '--user', 'holder'],
    ...[...home, instanceId, 'bash', '-l'],
  ];
}
