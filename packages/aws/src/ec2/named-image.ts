import {
  CloudError,
  type ImageProvenance,
  readImageReference,
  readProvenance,
} from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { parameters } from '../ssm/parameters.ts';

/** The image that a template names, looked up now. */
export interface NamedImage {
  readonly imageId: string;
  /** The parameter by which it is named; null where it is named itself. */
  readonly imageParameter: string | null;
  readonly provenance: ImageProvenance | null;
}

/**
 * Reads the parameter where a template names one: what it holds now is what is approved and launched.
 *
 * The parameter is read itself, not by `ResolveAlias`: that answer names the image alone, so nobody could
 * tell that the template would launch another one later. Its user needs `ssm:GetParameters` for it anyway.
 * Source: EC2 Auto Scaling User Guide, "Use AWS Systems Manager parameters instead of AMI IDs".
 * Errors: `invalid` for a template that names no image, `not-found` for a parameter that is not there.
 */
export async function namedImage(
  connection: Connection,
  template: string,
  imageId: string | undefined,
): Promise<NamedImage> {
  const reference = readImageReference(imageId);
  if (reference === null) {
    const detail = `launch template ${template} must name its image by id (ami-…) or by parameter (resolve:ssm:…), not ${imageId ?? 'leave it out'}`;
    throw new CloudError('invalid', 'UnpinnedImage', detail);
  }
  if ('image' in reference) {
    return { imageId: reference.image, imageParameter: null, provenance: null };
  }
  const { parameter, provenance } = reference;
  const values = await parameters(connection, [
    parameter,
    ...(provenance === null ? [] : [provenance]),
  ]);
  const image = values.get(parameter);
  if (image === undefined) {
    const detail = `parameter ${parameter}, by which launch template ${template} names its image, is not there`;
    throw new CloudError('not-found', 'ParameterNotFound', detail);
  }
  if (!/^ami-[0-9a-f]+$/.test(image)) {
    const detail = `parameter ${parameter} holds no image id (ami-…)`;
    throw new CloudError('invalid', 'UnpinnedImage', detail);
  }
  const told = values.get(provenance ?? '');
  return {
    imageId: image,
    imageParameter: parameter,
    provenance: told === undefined ? null : readProvenance(told, image),
  };
}
