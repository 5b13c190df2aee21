import type { ImageStore, PublishedImage } from '@sekisho/aws/images';
import { daysSince } from '@sekisho/words/leases';
import type { Asked } from '../../commands/options.ts';
import type { Host } from '../../host.ts';
import { styleOf } from '../../print/style.ts';
import { table } from '../../print/table.ts';
import { places, type Standing } from './places.ts';
import { imageBefore } from './shelf.ts';
import { withStore } from './with-store.ts';

export interface Listed extends PublishedImage {
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

/** The pipeline's images, the newest first. Errors: `CloudError`. */
export async function listed(store: ImageStore): Promise<readonly Listed[]> {
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
