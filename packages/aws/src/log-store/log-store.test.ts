import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { collect } from '../../test/collect.ts';
import {
  type Answer,
  drip,
  hang,
  json,
  jsonError,
  reset,
  type SeenCall,
  startScriptedAws,
  xml,
} from '../../test/judges/scripted-aws.ts';
import { createS3LogStore } from './s3-log-store.ts';
import { createSqsLogNotices } from './sqs-log-notices.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };

async function facing(script: (call: SeenCall) => Answer, timeoutMs = 20_000) {
  const aws = await startScriptedAws(script);
  const options = { region: 'ap-northeast-1', endpoint: aws.endpoint, credentials, timeoutMs };
  const store = createS3LogStore({ ...options, bucket: 'logs' });
  const queueUrl = `${aws.endpoint}/123456789012/told`;
  const notices = createSqsLogNotices({ ...options, queueUrl, bucket: 'logs', waitSeconds: 0 });
  open.push(store, notices, aws);
  return { store, notices, calls: aws.calls };
}

const s3Error = (status: number, code: string) =>
  xml(status, `<Error><Code>${code}</Code><Message>so says S3</Message></Error>`);

const object = (key: string) =>
  `<Contents><Key>${key}</Key><ETag>&quot;e1&quot;</ETag><Size>5</Size><LastModified>2026-10-04T00:05:00.000Z</LastModified></Contents>`;
const page = (objects: string, next?: string) =>
  xml(
    200,
    `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${objects}${
      next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
    }</ListBucketResult>`,
  );

function listAll(store: Awaited<ReturnType<typeof facing>>['store']) {
  return collect(store.list('alb/'));
}

async function read(store: Awaited<ReturnType<typeof facing>>['store']) {
  const pieces = await collect(store.open({ key: 'alb/1', etag: 'e1' }));
  return Buffer.concat(pieces).toString();
}

describe('listing S3', () => {
  it('decodes keys, and unquotes etags', async () => {
    const { store } = await facing(() => page(object('alb/red+flower%2B%E9%96%A2.log')));
    expect(await listAll(store)).toEqual([
      {
        key: 'alb/red flower+関.log',
        etag: 'e1',
        size: 5,
        modified: new Date('2026-10-04T00:05Z'),
      },
    ]);
  });

  it.each<[string, Answer, string]>([
    ['a page that leads to itself', page('', 'again'), 'bad-answer'],
    ['objects without an etag', page('<Contents><Key>k</Key></Contents>'), 'bad-answer'],
    ['a key in no spelling', page(object('%FF')), 'bad-answer'],
    ['no such bucket', s3Error(404, 'NoSuchBucket'), 'refused'],
    ['a bucket elsewhere', s3Error(301, 'PermanentRedirect'), 'refused'],
    ['too many calls', s3Error(503, 'SlowDown'), 'limited'],
    ['no right to it', s3Error(403, 'AccessDenied'), 'denied'],
    ['a cut connection', reset, 'unreachable'],
    ['something else altogether', xml(200, 'hello <'), 'unreachable'],
  ])('fails on %s', { timeout: 60_000 }, async (_, answer, code) => {
    const { store } = await facing(() => answer);
    await expect(listAll(store)).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('ends when nothing answers in time', async () => {
    const { store } = await facing(() => hang, 300);
    await expect(listAll(store)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('opening an object of S3', () => {
  it.each<[string, Answer, string]>([
    ['was deleted', s3Error(404, 'NoSuchKey'), 'gone'],
    ['was replaced', s3Error(412, 'PreconditionFailed'), 'gone'],
    ['is archived', s3Error(403, 'InvalidObjectState'), 'refused'],
  ])('says so when it %s', async (_, answer, code) => {
    const { store } = await facing(() => answer);
    await expect(read(store)).rejects.toMatchObject({ code });
  });

  it('fails when the body breaks off, and gives what came before', async () => {
    const { store } = await facing(() => (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.socket?.resetAndDestroy());
    });
    await expect(read(store)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('fails when the body falls silent', async () => {
    const { store } = await facing(
      () => (response) => void response.writeHead(200, { 'content-length': '100' }).write('half'),
      300,
    );
    await expect(read(store)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('lets go of a body that its reader leaves', async () => {
    let left: () => void = () => {};
    const closed = new Promise<void>((resolve) => (left = resolve));
    const { store } = await facing(() => (response, call) => {
      response.once('close', left);
      drip(response, call);
    });
    for await (const _ of store.open({ key: 'k', etag: 'e' })) break;
    await closed;
  });
});

const message = (body: string) => ({
  MessageId: 'm',
  ReceiptHandle: 'r1',
  Body: body,
  MD5OfBody: createHash('md5').update(body).digest('hex'),
});

describe('notices from SQS', () => {
  const told = (...bodies: string[]) =>
    facing(({ name }) =>
      json(200, name === 'ReceiveMessage' ? { Messages: bodies.map(message) } : {}),
    );
  const record = (key: string) => ({
    eventName: 'ObjectCreated:Put',
    s3: { bucket: { name: 'logs' }, object: { key, size: 3, eTag: 'e1' } },
  });

  it('of two objects in one message settle when both are', async () => {
    const { notices, calls } = await told(JSON.stringify({ Records: [record('a'), record('b')] }));
    const [one, two] = await notices.receive();
    const deletions = () => calls.filter(({ name }) => name === 'DeleteMessage').length;
    await one?.settle();
    await one?.settle();
    expect(deletions()).toBe(0);
    await two?.settle();
    expect(deletions()).toBe(1);
  });

  it.each<[Answer, string]>([
    [jsonError(400, 'QueueDoesNotExist'), 'refused'],
    [jsonError(403, 'AccessDenied'), 'denied'],
    [jsonError(400, 'RequestThrottled'), 'limited'],
    [json(200, { Messages: [{ ...message('{}'), ReceiptHandle: '' }] }), 'bad-answer'],
  ])('fail as %#', { timeout: 60_000 }, async (answer, code) => {
    const { notices } = await facing(() => answer);
    await expect(notices.receive()).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('stop when they are told to', async () => {
    const { notices } = await facing(() => hang);
    const stop = new AbortController();
    const receiving = notices.receive({ signal: stop.signal });
    stop.abort(new Error('shutting down'));
    await expect(receiving).rejects.toThrow('shutting down');
  });
});
