const prefix = 'resolve:ssm:';

/** What a template's image id refers to: an image, or the parameter that holds one. */
export type ImageReference =
  | { readonly image: string }
  | { readonly parameter: string; readonly provenance: string | null };

/**
 * Reads the image id of a launch template: `ami-…`, or `resolve:ssm:` and a parameter's name or ARN, with a
 * version or label where one is pinned. Beside `…/current` lies `…/provenance`, which tells of its image.
 * Null for anything else. Source: EC2 User Guide, "Use a Systems Manager parameter instead of an AMI ID".
 */
export function readImageReference(imageId: string | undefined): ImageReference | null {
  if (imageId === undefined) return null;
  if (imageId.startsWith('ami-')) return { image: imageId };
  const parameter = imageId.startsWith(prefix) ? imageId.slice(prefix.length) : '';
  if (parameter === '') return null;
  return { parameter, provenance: provenanceBeside(parameter) };
}

/** Of a version or label nothing is published: it is not what a promotion replaces. */
function provenanceBeside(parameter: string): string | null {
  return parameter.endsWith('/current') ? parameter.replace(/current$/, 'provenance') : null;
}
