import { isoOf } from '@sekisho/objectives/minutes';
import { describe, expect, it } from 'vitest';
import { hasDayFolders, listingsOf } from './listings.ts';
import { spanOfName } from './span-of-name.ts';

const alb = (end: string, more = 'app.my-loadbalancer.1234567890abcdef') =>
  `my-bucket/AWSLogs/123456789012/elasticloadbalancing/us-east-2/2022/05/01/123456789012_elasticloadbalancing_us-east-2_${more}_${end}_172.160.001.192_20sg8hgm.log.gz`;

describe('the name of a log object', () => {
  it.each([
    ['alb', alb('20220215T2340Z'), '2022-02-15T23:35:00Z', '2022-02-15T23:40:00Z'],
    ['alb', alb('20220101T0000Z'), '2021-12-31T23:55:00Z', '2022-01-01T00:00:00Z'],
    ['clb', alb('20140215T2340Z', 'a_b_c'), '2014-02-15T23:35:00Z', '2014-02-15T23:40:00Z'],
    [
      'cloudfront',
      'p/EMLARXS9EXAMPLE.2019-11-14-20.RT4KCN4SGK9.gz',
      '2019-11-14T20:00:00Z',
      '2019-11-14T21:00:00Z',
    ],
  ])('of %s says when its events were', (format, key, from, to) => {
    const span = spanOfName(format, key);
    expect([isoOf(span?.from ?? 0), isoOf(span?.to ?? 0)]).toEqual([from, to]);
  });

  it.each([
    ['alb', alb('20221315T2340Z')],
    ['alb', alb('20220230T2340Z')],
    ['alb', alb('20220215T2460Z')],
    ['alb', 'ELBAccessLogTestFile'],
    ['alb', 'p/EMLARXS9EXAMPLE.2019-11-14-20.RT4KCN4SGK9.gz'],
    ['cloudfront', 'p/EMLARXS9EXAMPLE.2019-11-14-24.RT4KCN4SGK9.gz'],
    ['combined', alb('20220215T2340Z')],
    ['jsonl', ''],
  ])('of %s, %s, says nothing', (format, key) => {
    expect(spanOfName(format, key)).toBeNull();
  });
});

describe('listing a prefix', () => {
  it.each(['', 'logs/prod/'])('asks for the folders of days only, below %j', (before) => {
    const prefix = `${before}AWSLogs/123456789012/elasticloadbalancing/us-east-2`;
    const days = { from: 19_051, to: 19_052 };
    const folders = ['2022/02/28/', '2022/03/01/'].map((each) => ({ prefix: `${prefix}/${each}` }));
    expect(listingsOf(prefix, days)).toEqual(folders);
    expect(listingsOf(`${prefix}/`, days)).toEqual(folders);
  });

  it('asks for everything where it cannot know the folders', () => {
    for (const prefix of ['', 'cdn/E123.', 'AWSLogs/123456789012/', 'x/elasticloadbalancing/r/']) {
      expect(hasDayFolders(prefix)).toBe(false);
      expect(listingsOf(prefix, { from: 1, to: 9 })).toEqual([{ prefix }]);
    }
  });
});
