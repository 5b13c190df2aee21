import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldObjects } from './told-objects.ts';

const event = (key: string, more: object = {}, eventName = 'ObjectCreated:Put') => ({
  Records: [
    {
      ...{ eventVersion: '2.3', eventSource: 'aws:s3', awsRegion: 'ap-northeast-1', eventName },
      s3: {
        bucket: { name: 'logs', arn: 'arn:aws:s3:::logs' },
        object: { key, size: 1024, eTag: 'd41d8', sequencer: '0A1B', ...more },
      },
    },
  ],
});
const told = (said: unknown) => toldObjects(JSON.stringify(said), 'logs');

describe('what a message tells', () => {
  it('is the object, its key decoded', () => {
    const object = { key: 'alb/red flower+関.log.gz', etag: 'd41d8', size: 1024 };
    expect(told(event('alb/red+flower%2B%E9%96%A2.log.gz'))).toEqual([object]);
  });

  it('is the same through an SNS topic', () => {
    const message = JSON.stringify(event('alb/1'));
    expect(told({ Type: 'Notification', TopicArn: 't', Message: message })).toEqual(
      told(event('alb/1')),
    );
  });

  it('is an object of EventBridge, whose key is not encoded', () => {
    const object = { key: 'alb/a+b%41', size: 5, etag: 'd41d8', 'version-id': 'v' };
    const detail = { bucket: { name: 'logs' }, object };
    expect(told({ source: 'aws.s3', 'detail-type': 'Object Created', detail })).toMatchObject([
      { key: 'alb/a+b%41', size: 5, etag: 'd41d8' },
    ]);
  });

  it.each<[string, unknown]>([
    [
      'the test that S3 sends first',
      { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'logs' },
    ],
    ['a deletion', event('alb/1', {}, 'ObjectRemoved:Delete')],
    ['a key in no spelling', event('%FF')],
    ['an object without its size', event('alb/1', { size: undefined })],
    [
      'a deletion by EventBridge',
      { source: 'aws.s3', 'detail-type': 'Object Deleted', detail: {} },
    ],
    ['something else', { Records: [{ eventName: 7 }] }],
  ])('is nothing in %s', (_, said) => {
    expect(told(said)).toEqual([]);
  });

  it('is nothing of another bucket', () => {
    expect(toldObjects(JSON.stringify(event('alb/1')), 'other')).toEqual([]);
  });

  it('is never a failure, whatever the message', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((Message) => JSON.stringify({ Type: 'Notification', Message })),
    );
    fc.assert(
      fc.property(anything, (body) => {
        expect(toldObjects(body, 'logs')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is every key that S3 can hold', () => {
    const encode = (key: string) => encodeURIComponent(key).replaceAll('%20', '+');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (key) => {
        expect(told(event(encode(key))).map((object) => object.key)).toEqual([key]);
      }),
      { numRuns: 50 },
    );
  });
});
