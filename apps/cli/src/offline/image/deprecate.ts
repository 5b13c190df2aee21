import type { ImageStore } from '@sekisho/aws/images';
import { CloudError, orCloudError } from '@sekisho/core/cloud';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { type Listed, listed } from './list.ts';
import { withStore } from './with-store.ts';

/** AWS takes no time that has passed, and reads no seconds. */
const soonMs = 120_000;

/** `sekisho image deprecate`: hides all but the newest, and what is current, was so before, or is a candidate. */
export function deprecate(host: Host, { options }: Asked): Promise<number> {
  const kept = Number(options['keep'] ?? 3);
  if (!Number.isSafeInteger(kept) || kept < 1)
    throw new Failure('bad-input', say(host, 'image-keep', { value: String(options['keep']) }));
  return withStore(host, async (store) => {
    const old = (await listed(store)).slice(kept).filter(({ standing }) => standing.length === 0);
    const soon = host.now() + soonMs;
    const done = await each(old, (image) =>
      options['deregister'] === true ? store.deregister(image.id) : hide(store, image, soon),
    );
    return tell(host, options, done);
  });
}

async function hide(store: ImageStore, image: Listed, soon: number): Promise<readonly string[]> {
  const { id, deprecatedAt } = image;
  if (deprecatedAt === null || Date.parse(deprecatedAt) > soon)
    await store.deprecate(id, new Date(soon).toISOString());
  return [];
}

interface Done {
  readonly ids: readonly string[];
  /** Snapshots of those that are still there. */
  readonly left: readonly string[];
  readonly failures: readonly CloudError[];
}

/** One that is refused keeps none from being done: what was left of the others must still be told. */
async function each(
  images: readonly Listed[],
  work: (image: Listed) => Promise<readonly string[]>,
): Promise<Done> {
  const [ids, left, failures]: [string[], string[], CloudError[]] = [[], [], []];
  for (const image of images) {
    const answer = await orCloudError(work(image));
    if (answer instanceof CloudError) failures.push(answer);
    else {
      ids.push(image.id);
      left.push(...answer);
    }
  }
  return { ids, left, failures };
}

/** Errors: the first `CloudError`; `Failure` when none, and a snapshot was left. */
async function tell(
  host: Host,
  options: Asked['options'],
  { ids, left, failures: [failed] }: Done,
): Promise<number> {
  const facts = { count: ids.length, images: ids.join(', ') };
  const none = ids.length === 0 && failed === undefined;
  const said = say(host, none ? 'image-none-old' : 'image-deprecated', facts);
  await host.stdout.write(options.json === true ? `${JSON.stringify(ids)}\n` : `${said}\n`);
  const snapshots = left.join(', ');
  const remains = snapshots === '' ? null : say(host, 'image-snapshots-left', { snapshots });
  if (failed !== undefined) {
    if (remains !== null) await host.stderr.write(`${remains}\n`);
    throw failed;
  }
  if (remains !== null) throw new Failure('refused', remains);
  return 0;
}
