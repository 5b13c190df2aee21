import type { AgentStatus } from '@sekisho/core/cloud';
import type { At } from './at.ts';
import { findOurs } from './find.ts';
import { readEnd } from './keeper.ts';

/** A container is ready when it runs commands and its first process says when it will end. */
export async function agents(
  at: At,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, AgentStatus>> {
  return new Map(
    await Promise.all(instanceIds.map(async (id) => [id, await agentOf(at, id)] as const)),
  );
}

async function agentOf(at: At, id: string): Promise<AgentStatus> {
  const container = await findOurs(at, id);
  if (container === null) return 'absent';
  if (!container.State.Running) return 'lost';
  return (await readEnd(at, container.Id)) === null ? 'absent' : 'online';
}
