import type { ImageStore } from '@sekisho/aws/images';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { readShelf, type Shelved } from './shelf.ts';

/** The candidate, and the one that `--image` names if it names any. Errors: `Failure`. */
export async function needCandidate(
  host: Host,
  store: ImageStore,
  options: Asked['options'],
): Promise<Shelved> {
  const candidate = await readShelf(store, 'candidate');
  if (candidate === null) throw new Failure('not-found', say(host, 'image-no-candidate'));
  const { image } = candidate;
  if (options['image'] !== undefined && options['image'] !== image)
    throw new Failure('conflict', say(host, 'image-other-candidate', { image }));
  return candidate;
}
