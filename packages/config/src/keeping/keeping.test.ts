import { describe, expect, it } from 'vitest';
import { keepingOf } from './config.ts';
import { keepingSchema } from './schema.ts';

const problems = (given: object) =>
  keepingSchema.safeParse(given).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe('where checkpoints and backups are kept', () => {
  it('is a bucket and a folder of it, in a region of its own or the server’s', () => {
    const anchors = 's3://acme-sekisho/a/anchors/';
    expect(keepingOf(keepingSchema.parse({ anchors, region: 'eu-west-1' }))).toEqual({
      anchors: { bucket: 'acme-sekisho', prefix: 'a/anchors/', region: 'eu-west-1' },
      backups: null,
      pageAfter: { anchors: 10_800, backups: 172_800 },
    });
    expect(keepingOf(keepingSchema.parse({ backups: 's3://acme-sekisho/' })).backups).toEqual({
      ...{ bucket: 'acme-sekisho', prefix: '', region: null },
    });
    expect(keepingOf()).toMatchObject({ anchors: null, backups: null });
  });

  it('is paged of after a time that can be said, an hour at least', () => {
    const { pageAfter } = keepingOf(keepingSchema.parse({ pageAfter: { backups: '8d' } }));
    expect(pageAfter).toEqual({ anchors: 10_800, backups: 691_200 });
    const short = (anchors: string) => problems({ pageAfter: { anchors } }).map(([, why]) => why);
    expect([short('59m'), short('soon')]).toEqual([['an-hour-or-more'], ['duration']]);
  });

  it('is refused where keys would begin with half a name, or lie nowhere', () => {
    for (const anchors of [
      's3://acme/anchors',
      'acme/anchors/',
      's3://a/',
      's3://acme//',
      's3://ACME/',
    ])
      expect(problems({ anchors })).toEqual([['anchors', 's3-folder']]);
  });

  it.each([
    ['s3://acme/', 's3://acme/backups/'],
    ['s3://acme/kept/anchors/', 's3://acme/kept/'],
    ['s3://acme/kept/', 's3://acme/kept/'],
  ])('is refused where %s and %s would be taken for each other', (anchors, backups) => {
    expect(problems({ anchors, backups })).toEqual([['backups', 's3-folders-apart']]);
  });
});
