import type { Judge } from '../harness.ts';

/** Terminates everything the run launched: on a real account it costs money. */
export async function terminateRun({ cloud, scope, run }: Judge): Promise<void> {
  const launched = await cloud.instancesByTag(scope, 'sekisho:contract-run', [run]);
  for (const { instanceId, state } of launched) {
    if (state !== 'terminated') await cloud.terminate(scope, instanceId);
  }
}
