import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError, type OpsSession } from '@sekisho/core/cloud';
import type { At } from './at.ts';
import { orNull } from './failure.ts';
import { findOurs } from './find.ts';
import { isOwn, ownCommand } from './own-scripts.ts';
import { run } from './run.ts';

/** When each session was first seen (ISO 8601): an engine does not tell when it was opened. */
export type SeenAt = Map<string, string>;

/** What an engine says of one command in a container, as far as it is used. */
interface ExecFacts {
  readonly ContainerID: string;
  readonly Running: boolean;
  readonly ProcessConfig: {
    readonly entrypoint: string;
    readonly arguments?: readonly string[] | null;
    readonly user?: string;
  };
}

/** Commands that others run in these containers by `docker exec`, as long as they run. */
export async function sessions(
  at: At,
  instanceIds: readonly string[],
  seenAt: SeenAt,
): Promise<readonly OpsSession[]> {
  const found = await Promise.all(instanceIds.map((id) => sessionsIn(at, id, seenAt)));
  forget(seenAt);
  return found.flat();
}

async function sessionsIn(at: At, instanceId: string, seenAt: SeenAt): Promise<OpsSession[]> {
  const found: OpsSession[] = [];
  const container = await findOurs(at, instanceId);
  for (const sessionId of container?.ExecIDs ?? []) {
    const exec = await readExec(at, sessionId);
    if (exec === null || !exec.Running) continue;
    const { entrypoint, arguments: words, user } = exec.ProcessConfig;
    if (isOwn(entrypoint, words ?? [])) continue;
    const startedAt = seenAt.get(sessionId) ?? at.now().toISOString();
    seenAt.set(sessionId, startedAt);
    found.push({ sessionId, instanceId, owner: user || 'unknown', startedAt, document: null });
  }
  return found;
}

const mostRemembered = 10_000;

function forget(seenAt: SeenAt): void {
  for (const key of seenAt.keys()) {
    if (seenAt.size <= mostRemembered) return;
    seenAt.delete(key);
  }
}

const patienceMs = 2000;
const stepMs = 100;

/**
 * Ends a session, and whatever else its user runs in the container: an engine ends no single command.
 * One that is over is no error. Errors: `conflict` when it goes on all the same.
 */
export async function endSession(at: At, sessionId: string): Promise<void> {
  const exec = await readExec(at, sessionId);
  if (exec === null || !exec.Running) return;
  const container = await findOurs(at, exec.ContainerID);
  if (container === null || !container.State.Running) return;
  await run(at, container.Id, exec.ProcessConfig.user ?? '', ownCommand('killAll'));
  for (let waited = 0; waited < patienceMs; waited += stepMs) {
    if (!(await readExec(at, sessionId))?.Running) return;
    await sleep(stepMs, undefined, { signal: at.signal });
  }
  throw new CloudError('conflict', 'SessionGoesOn', `the session ${sessionId} was not ended`);
}

async function readExec({ docker, signal }: At, id: string): Promise<ExecFacts | null> {
  const facts = await orNull(docker.getExec(id).inspect({ abortSignal: signal }));
  return facts as ExecFacts | null;
}
