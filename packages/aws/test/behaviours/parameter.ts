import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { type ImageProvenance, writeProvenance } from '@sekisho/core/cloud';
import { describe, expect } from 'vitest';
import type { Bench } from '../bench.ts';
import { orderFor } from './launching.ts';

const folder = '/sekisho/images/ops-server';
const others = 'ami-0123456789abcdef0';

const told: ImageProvenance = {
  imageId: others,
  baseImage: 'debian-12-amd64',
  builtAt: '2026-11-01T00:00:00Z',
  commit: '0123abc',
  repository: 'acme/infra',
  runUrl: 'https://github.com/acme/infra/actions/runs/1',
  versions: { packer: '1.14.2', ansible: '2.14.18' },
  packagesSha256: 'a'.repeat(64),
  previous: null,
  changes: { added: [], removed: [], updated: ['curl 1 → 2'], more: 0 },
};

export function describeParameter(bench: Bench): void {
  const put = (name: string, Value: string) =>
    bench.judge().ssm.send(
      new PutParameterCommand({
        Name: `${folder}/${name}`,
        Value,
        Type: 'String',
        Overwrite: true,
      }),
    );
  const resolve = () => {
    const { cloud, scope, template } = bench.judge();
    return cloud.resolveTemplate(scope, template);
  };
  /** AWS shows an image's id a moment after it was written. */
  const become = async (image: string) => {
    await put('current', image);
    const resolved = async () => (await resolve()).imageId;
    await expect.poll(resolved, { timeout: 20_000 }).toBe(image);
  };
  const anotherThan = async (image: string) => {
    const command = new DescribeImagesCommand({ Owners: ['self', 'amazon'], MaxResults: 100 });
    const { Images = [] } = await bench.judge().ec2.send(command);
    return Images.find(({ ImageId }) => ImageId !== image)?.ImageId ?? expect.fail('one image');
  };

  describe('a template that names its image by a parameter', () => {
    bench.needs(
      'image parameters',
      'launches the image that was resolved, although the parameter holds another one by now',
      async () => {
        const { cloud, scope } = bench.judge();
        const { imageId, imageParameter } = await resolve();
        expect(imageParameter).toBe(`${folder}/current`);
        const order = await orderFor(bench);
        await become(await anotherThan(imageId));
        try {
          expect((await cloud.launch(scope, order)).imageId).toBe(imageId);
        } finally {
          await become(imageId);
        }
      },
    );

    bench.needs(
      'image parameters',
      'says what was published of its image, and nothing that was published of another',
      async () => {
        const { imageId } = await resolve();
        await put('provenance', writeProvenance(told));
        expect((await resolve()).provenance).toBeNull();
        const mine = { ...told, imageId };
        // A provenance of ours bears ids as AWS gives them.
        await put('provenance', writeProvenance(mine));
        expect((await resolve()).provenance).toEqual(mine);
      },
    );

    bench.needs(
      'image parameters',
      'is resolved at the version that was approved, whatever its default is by now',
      async () => {
        const { cloud, scope, template } = bench.judge();
        const first = await cloud.resolveTemplate(scope, { ...template, version: '1' });
        expect(first.version).toBe('1');
      },
    );
  });
}
