import { CloudError } from '@sekisho/core/cloud';
import type { ContainerInspectInfo } from 'dockerode';
import { containerIn } from './answers.ts';
import type { At } from './at.ts';
import { orNull } from './failure.ts';
import { labels } from './labels.ts';

/**
 * A container by its id or name; null when there is none. An engine lets us do everything to everything:
 * what this installation did not launch is not touched. Errors: `CloudError` `denied`.
 */
export async function findOurs(at: At, id: string): Promise<ContainerInspectInfo | null> {
  const answer = await orNull(at.docker.getContainer(id).inspect({ abortSignal: at.signal }));
  if (answer === null) return null;
  const found = containerIn(answer);
  const { [labels.installation]: installation, [labels.token]: token } = found.Config.Labels ?? {};
  if (installation === at.installation && token !== undefined) return found;
  const detail = `${id} was not launched by the installation ${at.installation}`;
  throw new CloudError('denied', 'NotOurs', detail);
}

/** The same. Errors: `not-found` besides. */
export async function needOurs(at: At, id: string): Promise<ContainerInspectInfo> {
  const found = await findOurs(at, id);
  if (found === null) throw new CloudError('not-found', 'NoSuchContainer', `no container ${id}`);
  return found;
}
