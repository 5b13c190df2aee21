import { CloudError, type LaunchOrder, type OpsInstance } from '@sekisho/core/cloud';
import type { ContainerInspectInfo } from 'dockerode';
import type { At } from './at.ts';
import { creationOf } from './creation.ts';
import { statusOf } from './failure.ts';
import { findOurs } from './find.ts';
import { shortId } from './instance.ts';
import { labels } from './labels.ts';
import { endOf } from './switch.ts';

/** An id, never a tag: what is approved is what is launched. */
const imageId = /^sha256:[0-9a-f]{64}$/;
const alreadyStarted = 304;
const unstarted = ['created', 'configured', 'initialized'];

/**
 * Launches one container, named by its token, or answers with the one of that name: an engine has no two
 * of one name, and one that ended keeps its own for two days.
 * Errors: `token-mismatch`; `invalid` when the lease's switch was not armed.
 */
export async function launch(at: At, order: LaunchOrder): Promise<OpsInstance> {
  if (!imageId.test(order.version)) {
    throw new CloudError('invalid', 'NoImageId', `${order.version} is not the id of an image`);
  }
  const end = await endOf(at, order.tags[labels.lease] ?? '');
  if (end === null || !Number.isFinite(end)) {
    const detail = 'a container is launched only when it is known when it ends by itself';
    throw new CloudError('invalid', 'SwitchNotArmed', detail);
  }
  const known = await findOurs(at, order.clientToken);
  const container = known ?? (await createOrFind(at, order, end));
  refuseOther(container, order);
  if (unstarted.includes(container.State.Status)) {
    await start(at, container.Id);
  }
  return instanceNow(at, container.Id, order);
}

/** Of two launches at one moment the other one's start is as good. */
async function start({ docker, signal }: At, id: string): Promise<void> {
  try {
    await docker.getContainer(id).start({ abortSignal: signal });
  } catch (error) {
    if (statusOf(error) !== alreadyStarted) throw error;
  }
}

/** Docker answers 409 when the name is taken, Podman 500: whoever bears it tells. */
async function createOrFind(
  at: At,
  order: LaunchOrder,
  end: number,
): Promise<ContainerInspectInfo> {
  const { docker, signal } = at;
  try {
    const made = await docker.createContainer({
      ...creationOf(at, order, end),
      abortSignal: signal,
    });
    return await made.inspect({ abortSignal: signal });
  } catch (error) {
    const found = await findOurs(at, order.clientToken);
    if (found === null) throw error;
    return found;
  }
}

function refuseOther(container: ContainerInspectInfo, { version, ...order }: LaunchOrder): void {
  const size = container.Config.Labels[labels.size];
  if (size === order.instanceType && container.Image === version) return;
  const detail = `${order.clientToken} is a container of ${size ?? 'no size'} and ${container.Image}`;
  throw new CloudError('token-mismatch', 'NameTaken', detail);
}

async function instanceNow(at: At, id: string, order: LaunchOrder): Promise<OpsInstance> {
  const { Created, State, Image } = await at.docker
    .getContainer(id)
    .inspect({ abortSignal: at.signal });
  return {
    instanceId: shortId(id),
    state: State.Running ? 'running' : 'terminated',
    clientToken: order.clientToken,
    instanceType: order.instanceType,
    imageId: Image,
    launchedAt: new Date(Created).toISOString(),
    hasInstanceProfile: null,
    privateIp: null,
    tags: order.tags,
  };
}
