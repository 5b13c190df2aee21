import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import type { Image } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';
import { flag } from './input.ts';

/** `EnableImageDeprecation`, at a time to come. */
export const enableImageDeprecation = operation({
  service: 'ec2',
  input: z.strictObject({ ImageId: z.string(), DeprecateAt: z.string() }),
  run: (moment, input) => {
    const image = ownImage(moment, input.ImageId);
    const deprecatedAt = Date.parse(input.DeprecateAt);
    // AWS reads no seconds.
    if (!(deprecatedAt >= moment.now - 60_000)) {
      throw new Refusal('InvalidParameterValue', 'The deprecation date must be in the future.');
    }
    moment.world.images.put(image.id, { ...image, deprecatedAt });
    return { return: true };
  },
});

/** `DisableImageDeprecation`. */
export const disableImageDeprecation = operation({
  service: 'ec2',
  input: z.strictObject({ ImageId: z.string() }),
  run: (moment, input) => {
    const { deprecatedAt: _, ...image } = ownImage(moment, input.ImageId);
    moment.world.images.put(image.id, image);
    return { return: true };
  },
});

/**
 * `DeregisterImage`: nothing is launched from it any more. Its one snapshot goes with it where that is asked for and
 * allowed; where it is not, the answer says so and the call succeeds.
 * Source: EC2 API Reference, DeregisterImage and DeleteSnapshotReturnCode.
 */
export const deregisterImage = operation({
  service: 'ec2',
  input: z.strictObject({ ImageId: z.string(), DeleteAssociatedSnapshots: flag.optional() }),
  run: (moment, input) => {
    const { id, tags = {} } = ownImage(moment, input.ImageId);
    moment.world.images.drop(id);
    if (input.DeleteAssociatedSnapshots !== true) return { return: true };
    const snapshotId = id.replace(/^ami-/, 'snap-');
    const arn = `arn:aws:ec2:${moment.region}::snapshot/${snapshotId}`;
    // Packer gives the snapshot the image's tags.
    const allowed = moment.allows?.('ec2:DeleteSnapshot', arn, tags) ?? true;
    const returnCode = allowed ? 'success' : 'missing-permissions';
    return { return: true, deleteSnapshotResultSet: [{ snapshotId, returnCode }] };
  },
});

function ownImage(moment: Moment, id: string): Image {
  const image = moment.world.images.get(id);
  if (image !== undefined && placeKey(image) === placeKey(moment)) return image;
  throw new Refusal('InvalidAMIID.NotFound', `The image id '[${id}]' does not exist`);
}
