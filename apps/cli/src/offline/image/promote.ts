import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { needCandidate } from './need-candidate.ts';
import {
  comparedWith,
  imageBefore,
  publishedOf,
  readCurrent,
  readShelf,
  type Shelved,
  writeShelf,
} from './shelf.ts';
import { withStore } from './with-store.ts';

/** `sekisho image promote`: makes the candidate the image that new servers get. */
export function promote(host: Host, { options }: Asked): Promise<number> {
  return withStore(host, async (store) => {
    const candidate = await needCandidate(host, store, options);
    const { image } = candidate;
    const current = await readCurrent(store);
    // Again, and nothing is lost: what differs from itself is nothing.
    const promoted =
      current?.image === image
        ? ((await readShelf(store, 'current')) ?? candidate)
        : comparedWith(candidate, current);
    await writeShelf(store, 'current', promoted);
    return tell(host, options, promoted, 'image-promoted');
  });
}

/** `sekisho image rollback`: makes the image that was current before current again. */
export function rollback(host: Host, { options }: Asked): Promise<number> {
  return withStore(host, async (store) => {
    const current = await readCurrent(store);
    const known = new Set((await store.images()).map(({ id }) => id));
    const id = await imageBefore(store, { now: current?.image, known });
    const before = id === null ? null : await publishedOf(store, id);
    if (before === null) throw new Failure('not-found', say(host, 'image-nothing-before'));
    const back = comparedWith(before, current);
    await writeShelf(store, 'current', back);
    return tell(host, options, back, 'image-rolled-back');
  });
}

async function tell(
  host: Host,
  options: Asked['options'],
  { image, provenance }: Shelved,
  sentence: 'image-promoted' | 'image-rolled-back',
): Promise<number> {
  const previous = provenance.previous ?? '-';
  await host.stdout.write(
    options.json === true
      ? `${JSON.stringify(provenance)}\n`
      : `${say(host, sentence, { image, previous })}\n`,
  );
  return 0;
}
