import type { ImageStore } from '@sekisho/aws/images';
import { CloudError } from '@sekisho/core/cloud';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

/** Works with the images of the account and region that AWS's own settings name. Errors: `Failure`. */
export async function withStore<T>(
  host: Host,
  work: (store: ImageStore) => Promise<T>,
): Promise<T> {
  const { createImageStore } = await import('@sekisho/aws/images');
  const store = createImageStore();
  try {
    return await work(store);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const { failure, detail, vendorCode } = error;
    if (vendorCode === 'ImageNotTaken')
      throw new Failure('unavailable', say(host, 'image-not-taken', { detail }));
    if (vendorCode === 'ImageParameterRefused')
      throw new Failure('bad-input', say(host, 'image-invalid', { detail }));
    if (failure === 'invalid')
      throw new Failure('bad-input', say(host, 'image-refused', { detail }));
    if (failure === 'denied') throw new Failure('refused', say(host, 'image-denied', { detail }));
    throw new Failure('unavailable', say(host, 'image-no-aws', { detail }));
  } finally {
    store.close();
  }
}
