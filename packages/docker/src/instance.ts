import type { InstanceState, OpsInstance } from '@sekisho/core/cloud';
import type { ContainerInfo } from 'dockerode';
import { labels } from './labels.ts';
import type { Note } from './notes.ts';

/** Ids as the docker command shows them: short, and taken by every call. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

/** A container as an instance; null of one that was never started, which a repeated launch starts. */
export function instanceOf(container: ContainerInfo, notes: readonly Note[]): OpsInstance | null {
  const instanceId = shortId(container.Id);
  const about = (kind: Note['kind']) =>
    notes.find((note) => note.kind === kind && note.of === instanceId);
  const state = stateOf(container.State, about('quarantine') !== undefined);
  if (state === null) return null;
  const { [labels.token]: token = '', [labels.size]: size, ...tags } = container.Labels;
  // Labels can be copied; names are taken.
  const clientToken = container.Names.includes(`/${token}`) ? token : null;
  return {
    ...{ instanceId, state, clientToken, instanceType: size ?? '' },
    imageId: container.ImageID,
    launchedAt: new Date(container.Created * 1000).toISOString(),
    hasInstanceProfile: null,
    privateIp: addressOf(container),
    tags: { ...tags, ...about('tags')?.value },
  };
}

/** Words of Docker and of Podman. A container that ended stays for a while, so that its name stays taken. */
function stateOf(state: string, isQuarantined: boolean): InstanceState | null {
  switch (state) {
    case 'running':
      return 'running';
    case 'created':
    case 'configured':
    case 'initialized':
      return null;
    case 'restarting':
      return 'pending';
    case 'paused':
      return 'stopped';
    case 'stopping':
    case 'removing':
      return 'shutting-down';
    case 'exited':
    case 'stopped':
    case 'dead':
      return isQuarantined ? 'stopped' : 'terminated';
    default:
      // Nobody knows what it does: it may live, and then a second one must not.
      return 'pending';
  }
}

function addressOf({ NetworkSettings: settings }: ContainerInfo): string | null {
  const addresses = Object.values(settings?.Networks ?? {}).map(({ IPAddress }) => IPAddress);
  return addresses.find((address) => address !== '') ?? null;
}
