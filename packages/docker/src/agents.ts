import type { AgentStatus } from '@sekisho/core/cloud';
import type { At } from './at.ts';
import { statusOf } from './failure.ts';
import { findOurs } from './find.ts';
import { readEnd } from './keeper.ts';

/**
 * A container is ready when it runs commands and its first process says when it will end. One that does not
 * answer is absent, and keeps none beside it from being asked.
 */
export async function agents(
  at: At,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, AgentStatus>> {
  return new Map(
    await Promise.all(instanceIds.map(async (id) => [id, await agentOf(at, id)] as const)),
  );
}

async function agentOf(at: At, id: string): Promise<AgentStatus> {
  // Each has half of the call's time, so that whoever hangs is known before the call itself is late.
  const own = AbortSignal.timeout(at.milliseconds / 2);
  const asked = { ...at, signal: AbortSignal.any([at.signal, own]) };
  try {
    const container = await findOurs(asked, id);
    if (container === null) return 'absent';
    if (!container.State.Running) return 'lost';
    return (await readEnd(asked, container.Id)) === null ? 'absent' : 'online';
  } catch (error) {
    if (own.aborted || isOfContainer(error)) return 'absent';
    throw error;
  }
}

/**
 * Whether the engine says of one container that it runs nothing: it is paused, ended, or broken. What an engine
 * or a proxy before it says that is busy or going down (429, 502, 503, 504) is of none.
 */
function isOfContainer(error: unknown): boolean {
  return [400, 404, 409, 500].includes(statusOf(error) ?? 0);
}
