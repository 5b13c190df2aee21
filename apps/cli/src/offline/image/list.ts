import type { ImageStore, PublishedImage } from '@sekisho/aws/images';
import { CloudError } from '@sekisho/core/cloud';
import { daysSince } from '@sekisho/words/leases';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { styleOf } from '../../print/style.ts';
import { table } from '../../print/table.ts';
import { say } from '../../sentences/say.ts';
import { places, type Standing } from './places.ts';
import { imageBefore } from './shelf.ts';
import { withStore } from './with-store.ts';

interface Listed extends PublishedImage {
  /** `before`: what a rollback goes to. */
  readonly standing: readonly (Standing | 'before')[];
}

/** `sekisho image list`: images of the pipeline, the newest first, and what they are. */
export function list(host: Host, { options }: Asked): Promise<number> {
  return withStore(host, async (store) => {
    const images = await listed(store);
    const style = styleOf(host, options);
    const age = ({ createdAt }: Listed) => String(Math.floor(daysSince(createdAt, style.now) ?? 0));
    const ja = host.language === 'ja';
    const rows = table(
      images,
      [
        { title: ja ? 'イメージ' : 'IMAGE', text: ({ id }) => id },
        { title: ja ? '名前' : 'NAME', text: ({ name }) => name, flexible: true },
        { title: ja ? '日数' : 'DAYS', text: age, right: true },
        { title: ja ? '状態' : 'STANDING', text: ({ standing }) => standing.join(', ') },
        { title: ja ? '非推奨の日時' : 'DEPRECATED', text: (image) => image.deprecatedAt ?? '' },
      ],
      style,
    );
    await host.stdout.write(options.json === true ? `${JSON.stringify(images)}\n` : rows);
    return 0;
  });
}

/** `sekisho image deprecate`: hides all but the newest, and what is current, was so before, or is a candidate. */
export function deprecate(host: Host, { options }: Asked): Promise<number> {
  const kept = Number(options['keep'] ?? 3);
  if (!Number.isSafeInteger(kept) || kept < 1)
    throw new Failure('bad-input', say(host, 'image-keep', { value: String(options['keep']) }));
  return withStore(host, async (store) => {
    const old = (await listed(store)).slice(kept).filter(({ standing }) => standing.length === 0);
    // AWS takes no time that has passed, and reads no seconds.
    const at = new Date(host.now() + 120_000).toISOString();
    const left: string[] = [];
    const [ids, failures]: [string[], CloudError[]] = [[], []];
    for (const { id, deprecatedAt } of old) {
      const removes = options['deregister'] === true;
      try {
        if (removes) left.push(...(await store.deregister(id)));
        else if (deprecatedAt === null || Date.parse(deprecatedAt) > host.now() + 120_000)
          await store.deprecate(id, at);
        ids.push(id);
      } catch (error) {
        // What was left of those before must still be told.
        if (!(error instanceof CloudError)) throw error;
        failures.push(error);
      }
    }
    const facts = { count: ids.length, images: ids.join(', ') };
    const said = say(host, old.length === 0 ? 'image-none-old' : 'image-deprecated', facts);
    await host.stdout.write(options.json === true ? `${JSON.stringify(ids)}\n` : `${said}\n`);
    const snapshots = left.join(', ');
    const remains = snapshots === '' ? null : say(host, 'image-snapshots-left', { snapshots });
    const [failed] = failures;
    if (failed !== undefined && remains !== null) await host.stderr.write(`${remains}\n`);
    if (failed !== undefined) throw failed;
    if (remains !== null) throw new Failure('refused', remains);
    return 0;
  });
}

async function listed(store: ImageStore): Promise<readonly Listed[]> {
  const standings = ['current', 'candidate'] as const;
  const values = await store.read(standings.map((standing) => places[standing].image));
  const images = await store.images();
  const known = new Set(images.map(({ id }) => id));
  const now = values.get(places.current.image);
  const before = await imageBefore(store, { now, known });
  return images.map((image) => ({
    ...image,
    standing: [
      ...standings.filter((standing) => values.get(places[standing].image) === image.id),
      ...(image.id === before ? (['before'] as const) : []),
    ],
  }));
}
