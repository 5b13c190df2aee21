import { CloudError, readImageReference, readProvenance } from '@sekisho/core/cloud';
import type { Send } from './send.ts';

/** The image that a template names, itself or by a parameter. Errors: as the AWS adapter's. */
export function namedImage(send: Send, scope: Parameters<Send>[0], imageId: string) {
  const reference = readImageReference(imageId);
  if (reference === null) throw new CloudError('invalid', 'UnpinnedImage', imageId);
  if ('image' in reference) {
    return { imageId: reference.image, imageParameter: null, provenance: null };
  }
  const { parameter, provenance } = reference;
  const Names = provenance === null ? [parameter] : [parameter, provenance];
  const { Parameters } = send(scope, 'GetParameters', { Names });
  const valueOf = (name: string | null) => Parameters.find(({ Name }) => Name === name)?.Value;
  const image = valueOf(parameter);
  if (image === undefined) throw new CloudError('not-found', 'ParameterNotFound', parameter);
  const told = valueOf(provenance);
  return {
    imageId: image,
    imageParameter: parameter,
    provenance: told === undefined ? null : readProvenance(told, image),
  };
}
