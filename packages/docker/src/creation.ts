import type { LaunchOrder } from '@sekisho/core/cloud';
import type { ContainerCreateOptions } from 'dockerode';
import type { At } from './at.ts';
import { keeperCommand, keeperUser } from './keeper.ts';
import { labels } from './labels.ts';
import { limitsOf } from './size.ts';

const mostProcesses = 512;
/** In no image: of a folder that an image has, Podman would take over the owner. */
export const holderHome = '/work';
/** Nothing that a holder writes outlives the container: it is all in memory. */
const writable = 'rw,nosuid,nodev,mode=1777';

/** A container that can do little and lasts no longer than `end` (seconds since 1970). */
export function creationOf(
  { engine }: Pick<At, 'engine'>,
  order: LaunchOrder,
  end: number,
): ContainerCreateOptions {
  const { nanoCpus, memoryBytes } = limitsOf(order.instanceType);
  return {
    name: order.clientToken,
    Hostname: order.clientToken.slice(0, 63),
    Image: order.version,
    User: keeperUser,
    ...keeperCommand(end),
    WorkingDir: '/',
    // An image's own check would look like somebody's session.
    Healthcheck: { Test: ['NONE'] },
    Labels: {
      ...order.tags,
      [labels.token]: order.clientToken,
      [labels.size]: order.instanceType,
    },
    HostConfig: {
      Privileged: false,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      ReadonlyRootfs: true,
      Tmpfs: { '/tmp': writable, [holderHome]: writable },
      PidsLimit: mostProcesses,
      Memory: memoryBytes,
      // As much as the memory: no swap besides.
      MemorySwap: memoryBytes,
      NanoCpus: nanoCpus,
      NetworkMode: engine.network,
      IpcMode: 'private',
      RestartPolicy: { Name: 'no' },
      // Its name must stay taken, or a late launch would make a second one.
      AutoRemove: false,
    },
  };
}
