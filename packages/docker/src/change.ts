import { CloudError } from '@sekisho/core/cloud';
import type { ContainerInspectInfo } from 'dockerode';
import type { At } from './at.ts';
import { findOurs, needOurs } from './find.ts';
import { shortId } from './instance.ts';
import { moveEnd } from './keeper.ts';
import { labels } from './labels.ts';
import { readNotes, removeNotes, writeNote } from './notes.ts';
import { ownCommand } from './own-scripts.ts';
import { run } from './run.ts';
import { endOf } from './switch.ts';

/** Ends every process of a container; what is gone, or ended already, is no error. */
export async function terminate(at: At, id: string): Promise<void> {
  const found = await findOurs(at, id);
  if (found === null) return;
  await removeNotes(at, 'quarantine', shortId(found.Id));
  await kill(at, found);
}

async function kill(at: At, { Id, State }: ContainerInspectInfo): Promise<void> {
  if (!isAlive(State)) return;
  const container = at.docker.getContainer(Id);
  const options = { abortSignal: at.signal };
  try {
    if (State.Paused) await container.unpause(options);
    await container.kill({ signal: 'SIGKILL', ...options });
  } catch (error) {
    // It may have ended by itself between the look and the call.
    const now = await findOurs(at, Id);
    if (now !== null && isAlive(now.State)) throw error;
  }
}

function isAlive({ Running, Paused, Restarting }: ContainerInspectInfo['State']): boolean {
  return Running || Paused || Restarting;
}

/** Ends a container's processes and takes it off its networks, but keeps it: the sweep's quarantine. */
export async function stop(at: At, id: string): Promise<void> {
  const found = await needOurs(at, id);
  await writeNote(at, { kind: 'quarantine', of: shortId(found.Id), value: {} });
  await kill(at, found);
  for (const network of Object.keys(found.NetworkSettings.Networks ?? {})) {
    if (network === 'none') continue;
    const options = { Container: found.Id, Force: true, abortSignal: at.signal };
    // What has no process needs no cable: a network that keeps it, as the host's does, is no failure.
    await at.docker
      .getNetwork(network)
      .disconnect(options)
      .catch(() => undefined);
  }
}

/** Starts a container anew, with the end that is noted for its lease. Errors: `conflict` when it has ended. */
export async function reboot(at: At, id: string): Promise<void> {
  const found = await needOurs(at, id);
  // An engine would start again what has ended.
  if (!isAlive(found.State)) {
    throw new CloudError('conflict', 'NotRunning', `${id} has ended, and is not started again`);
  }
  await at.docker.getContainer(found.Id).restart({ t: 0, abortSignal: at.signal });
  const end = await endOf(at, found.Config.Labels[labels.lease] ?? '');
  if (end !== null) await moveEnd(at, found.Id, end);
}

/** Notes tags of a container beside those that it was launched with; a new holder finds nothing running of the one before. */
export async function tag(
  at: At,
  id: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const found = await needOurs(at, id);
  const of = shortId(found.Id);
  const [known] = await readNotes(at, 'tags', of);
  const before = known?.value[labels.holder] ?? found.Config.Labels[labels.holder];
  // What the holder before left in the background is no session, and ends all the same; before the note, so
  // that whoever is stopped between the two does it again.
  const changes = tags[labels.holder] !== undefined && tags[labels.holder] !== before;
  if (changes && found.State.Running) await run(at, found.Id, 'holder', ownCommand('killAll'));
  await writeNote(at, { kind: 'tags', of, value: { ...known?.value, ...tags } });
}
