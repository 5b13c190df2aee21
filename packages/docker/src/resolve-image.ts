import { CloudError, type ResolvedTemplate, type TemplateWish } from '@sekisho/core/cloud';
import type { ImageInspectInfo } from 'dockerode';
import type { At } from './at.ts';
import { orNull } from './failure.ts';
import { limitsOf } from './size.ts';

/** Images that were made to be reproducible bear no moment of their own. */
const oldest = Date.parse('2000-01-01T00:00:00Z');

/**
 * Pins an image of the engine by its id: whatever its tag becomes, that one is launched. Nothing is pulled.
 * Errors: `not-found` when the engine has no such image or network, `invalid` of a size that is none, or
 * of an image with volumes.
 */
export async function resolveImage(
  at: At,
  { name, instanceType, version }: TemplateWish,
): Promise<ResolvedTemplate> {
  limitsOf(instanceType);
  const image = await findImage(at, version ?? name);
  if (image === null) {
    const detail = `the engine has no image ${name}; pull it there, or name another`;
    throw new CloudError('not-found', 'NoSuchImage', detail);
  }
  if (!(await hasNetwork(at))) {
    const { network } = at.engine;
    const detail = `the engine has no network ${network}; make it with "docker network create"`;
    throw new CloudError('not-found', 'NoSuchNetwork', detail);
  }
  const created = Date.parse(image.Created);
  return {
    ...{ launchTemplateId: name, version: image.Id, imageId: image.Id, instanceType },
    imageCreatedAt: created >= oldest ? new Date(created).toISOString() : null,
    ...{ imageParameter: null, provenance: null },
  };
}

/** An image that can be lent; null when there is none of that name. Errors: `invalid` of one with volumes. */
export async function findImage({ docker }: At, name: string): Promise<ImageInspectInfo | null> {
  const image = await orNull(docker.getImage(name).inspect());
  const volumes = Object.keys(image?.Config?.Volumes ?? {});
  if (volumes.length === 0) return image;
  const detail = `the image ${name} declares volumes (${volumes.join(', ').slice(0, 200)}), which outlive a server; build it without VOLUME`;
  throw new CloudError('invalid', 'ImageHasVolumes', detail);
}

/** Whether the network that servers join is there. */
export async function hasNetwork({ docker, engine: { network } }: At): Promise<boolean> {
  return network === 'none' || (await orNull(docker.getNetwork(network).inspect())) !== null;
}
