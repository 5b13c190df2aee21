import { z } from 'zod';
import type { Practice } from '../practice.ts';
import type { Image } from '../world/records.ts';

const built = z.strictObject({
  account: z.string(),
  region: z.string(),
  id: z.string().regex(/^ami-[0-9a-f]{8,17}$/),
  name: z.string().optional(),
  tags: z.record(z.string(), z.string()).default({ 'sekisho:image': 'ops-server' }),
  prints: z.string().max(65_536).optional(),
});

/** `/_practice/image`: an image that somebody built, or builds anew. Errors: `ZodError`. */
export function buildImage(practice: Practice, body: unknown): Image {
  const { name, prints, ...asked } = built.parse(body);
  return practice.change((createdAt) => {
    const before = practice.world.images.get(asked.id);
    const image: Image = {
      ...{ createdAt: before?.createdAt ?? createdAt, name: name ?? before?.name ?? asked.id },
      ...asked,
      ...(prints === undefined ? {} : { prints }),
    };
    practice.world.images.put(image.id, image);
    return image;
  });
}
