import { z } from 'zod';
import { operation } from '../operation.ts';
import type { Image } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';
import { filters, flag, page, strings } from './input.ts';
import { pageOf } from './pages.ts';
import { matchesAny } from './wildcard.ts';

/** `DescribeImages` by id, owner (`self` or an account) or the filters name, image-id, state and tag:…. */
export const describeImages = operation({
  service: 'ec2',
  input: z.strictObject({
    ImageId: strings.optional(),
    Owner: strings.optional(),
    Filter: filters.optional(),
    IncludeDeprecated: flag.optional(),
    ...page,
  }),
  run: (moment, input) => {
    const here = [...moment.world.images.values()].filter(
      (image) => placeKey(image) === placeKey(moment),
    );
    const missing = input.ImageId?.find((id) => !here.some((image) => image.id === id));
    if (missing !== undefined) {
      throw new Refusal('InvalidAMIID.NotFound', `The image id '[${missing}]' does not exist`);
    }
    const owned = (input.Owner ?? ['self']).some((owner) =>
      ['self', moment.account].includes(owner),
    );
    const found = here.filter(
      (image) =>
        owned &&
        (input.ImageId?.includes(image.id) ?? true) &&
        (input.Filter ?? []).every(({ Name, Value }) => matchesAny(Value, fieldOf(image, Name))),
    );
    const { items, nextToken } = pageOf(found, ({ id }) => id, input, { least: 1, most: 1000 });
    return { imagesSet: items.map(imageItem), nextToken };
  },
});

function fieldOf(image: Image, filter: string): string {
  switch (filter) {
    case 'name':
      return image.name;
    case 'image-id':
      return image.id;
    case 'state':
      return 'available';
    default:
      if (filter.startsWith('tag:')) return image.tags?.[filter.slice(4)] ?? '';
      throw new Refusal('InvalidParameterValue', `The filter '${filter}' is invalid`);
  }
}

function imageItem(image: Image) {
  return {
    imageId: image.id,
    imageLocation: `${image.account}/${image.name}`,
    imageState: 'available',
    imageOwnerId: image.account,
    isPublic: false,
    architecture: 'x86_64',
    imageType: 'machine',
    name: image.name,
    rootDeviceType: 'ebs',
    rootDeviceName: '/dev/xvda',
    virtualizationType: 'hvm',
    hypervisor: 'xen',
    enaSupport: true,
    imdsSupport: 'v2.0',
    creationDate: new Date(image.createdAt),
    deprecationTime: image.deprecatedAt === undefined ? null : new Date(image.deprecatedAt),
    tagSet: Object.entries(image.tags ?? {}).map(([key, value]) => ({ key, value })),
  };
}
