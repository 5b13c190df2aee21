import type { OpsInstance } from '@sekisho/core/cloud';
import type { ContainerInfo } from 'dockerode';
import { containersIn } from './answers.ts';
import type { At } from './at.ts';
import { instanceOf } from './instance.ts';
import { labels } from './labels.ts';
import { readNotes } from './notes.ts';

/** Containers that were launched and bear `tag` with one of `values`, those that ended lately as well. */
export async function instancesByTag(
  at: At,
  tag: string,
  values: readonly string[],
): Promise<readonly OpsInstance[]> {
  if (values.length === 0) return [];
  const wanted = new Set(values);
  const all = await listInstances(at);
  return all.filter(({ tags }) => wanted.has(tags[tag] ?? '') && tags[tag] !== undefined);
}

/** All that were launched. */
async function listInstances(at: At): Promise<readonly OpsInstance[]> {
  const containers = await listLaunched(at);
  if (containers.length === 0) return [];
  const notes = await readNotes(at);
  return containers.flatMap((container) => instanceOf(container, notes) ?? []);
}

/** Containers that some installation launched, in every state. */
export async function listLaunched(at: At): Promise<readonly ContainerInfo[]> {
  const filters = JSON.stringify({ label: [labels.token] });
  return containersIn(
    await at.docker.listContainers({ all: true, filters, abortSignal: at.signal }),
  );
}

/** Ids of this installation's running containers of one lease. */
export async function runningOf(at: At, lease: string): Promise<readonly string[]> {
  return (await listLaunched(at))
    .filter(({ State }) => State === 'running')
    .filter(({ Labels }) => Labels[labels.installation] === at.installation)
    .filter(({ Labels }) => Labels[labels.lease] === lease)
    .map(({ Id }) => Id);
}
