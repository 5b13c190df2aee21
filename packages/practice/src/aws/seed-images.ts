import { type ImageProvenance, writeProvenance } from '@sekisho/core/cloud';
import { parameterKey } from './ssm/find-parameter.ts';
import type { Image, Place } from './world/records.ts';
import type { World } from './world/world.ts';

const day = 86_400_000;
const folder = '/sekisho/images/ops-server';

/** Parameters that the image's pipeline writes. */
export const imageNames = {
  current: `${folder}/current`,
  provenance: `${folder}/provenance`,
} as const;

/**
 * Images of an account and region, of which the second was promoted. Their ids are made from the account's number.
 *
 * @param now epoch milliseconds; ages are counted back from it
 */
export function seedImages(world: World, place: Place, now: number): { old: Image; fresh: Image } {
  const imageOf = (number: number, age: number): Image => ({
    ...place,
    id: `ami-0${place.account.slice(0, 12)}000${number}`,
    name: `sekisho-ops-server-${new Date(now - age * day).toISOString().slice(0, 10)}`,
    createdAt: now - age * day,
    tags: { 'sekisho:image': 'ops-server', 'sekisho:image-base': 'debian-12-amd64-20261103-2290' },
  });
  const [old, fresh] = [imageOf(1, 120), imageOf(2, 12)];
  for (const image of [old, fresh]) world.images.put(image.id, image);
  putParameter(world, { ...place, name: imageNames.current }, fresh.id, fresh.createdAt);
  const told = writeProvenance(provenanceOf(fresh, old));
  putParameter(world, { ...place, name: imageNames.provenance }, told, fresh.createdAt);
  return { old, fresh };
}

function putParameter(
  world: World,
  { account, region, name }: Place & { readonly name: string },
  value: string,
  writtenAt: number,
): void {
  const writtenBy = `arn:aws:iam::${account}:role/ops-server-image`;
  const dataType = value.startsWith('ami-') ? 'aws:ec2:image' : 'text';
  world.parameters.put(parameterKey({ account, region }, name), {
    ...{ account, region, name, type: 'String', dataType },
    versions: [{ number: 1, value, tier: 'Standard', writtenAt, writtenBy }],
  });
}

function provenanceOf(image: Image, previous: Image): ImageProvenance {
  return {
    imageId: image.id,
    baseImage: 'debian-12-amd64',
    builtAt: new Date(image.createdAt).toISOString(),
    commit: '5f1c0de5f1c0de5f1c0de5f1c0de5f1c0de5f1c0',
    repository: 'acme/infra',
    runUrl: 'https://github.com/acme/infra/actions/runs/1001',
    versions: { packer: '1.14.2', ansible: '2.14.18' },
    packagesSha256: '0'.repeat(64),
    previous: previous.id,
    changes: {
      added: ['redis-tools 5:7.0.15-1~deb12u5'],
      removed: [],
      updated: [
        'openssl 3.0.16-1~deb12u1 → 3.0.17-1~deb12u2',
        'curl 7.88.1-10+deb12u12 → 7.88.1-10+deb12u14',
      ],
      more: 0,
    },
  };
}
