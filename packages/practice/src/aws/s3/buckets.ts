import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import type { StoredObject } from '../world/storage-records.ts';
import { needBucket } from './objects.ts';

/** `CreateBucket`. Errors: `BucketAlreadyOwnedByYou`, `BucketAlreadyExists`. */
export const createBucket = operation({
  service: 's3',
  input: z.strictObject({ Bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/) }),
  run: ({ world, account, region, now }, { Bucket: name }) => {
    const other = world.buckets.get(name);
    if (other !== undefined) {
      const code = other.account === account ? 'BucketAlreadyOwnedByYou' : 'BucketAlreadyExists';
      throw new Refusal(code, 'The bucket name is taken.', 409);
    }
    world.buckets.put(name, { account, region, name, createdAt: now });
    return { Location: `/${name}` };
  },
});

/** `ListBuckets`: those of the account. */
export const listBuckets = operation({
  service: 's3',
  input: z.strictObject({}),
  run: ({ world, account }) => {
    const own = [...world.buckets.values()].filter((bucket) => bucket.account === account);
    const Buckets = own.map(({ name, createdAt }) => ({
      Name: name,
      CreationDate: new Date(createdAt),
    }));
    return { Buckets: Buckets.sort((a, b) => (a.Name < b.Name ? -1 : 1)) };
  },
});

/** `ListObjectsV2`, with prefixes by a delimiter. Errors: `NoSuchBucket`, `InvalidArgument`. */
export const listObjects = operation({
  service: 's3',
  input: z.strictObject({
    Bucket: z.string(),
    Prefix: z.string().default(''),
    Delimiter: z.string().optional(),
    StartAfter: z.string().default(''),
    ContinuationToken: z.string().optional(),
    MaxKeys: z.coerce.number().int().min(0).max(1000).default(1000),
    EncodingType: z.literal('url').optional(),
  }),
  run: (moment, input) => {
    needBucket(moment, input.Bucket);
    const { Prefix, Delimiter, MaxKeys } = input;
    const token = input.ContinuationToken === undefined ? '' : readToken(input.ContinuationToken);
    const after = token > input.StartAfter ? token : input.StartAfter;
    const all = objectsOf(moment, input.Bucket)
      .filter(({ key }) => key.startsWith(Prefix))
      .map((object) => ({ object, common: commonPrefix(object.key, Prefix, Delimiter) }));
    const names = [...new Set(all.map(({ object, common }) => common ?? object.key))]
      .filter((name) => name > after)
      .sort();
    const taken = names.slice(0, MaxKeys);
    const byKey = new Map(all.map(({ object }) => [object.key, object]));
    const isPrefix = new Set(all.flatMap(({ common }) => common ?? []));
    const last = taken.at(-1);
    const IsTruncated = names.length > taken.length && last !== undefined;
    return {
      ...{ Name: input.Bucket, Prefix, Delimiter, MaxKeys, EncodingType: input.EncodingType },
      KeyCount: taken.length,
      IsTruncated,
      NextContinuationToken: IsTruncated ? Buffer.from(last).toString('base64') : undefined,
      Contents: taken
        .filter((name) => !isPrefix.has(name))
        .flatMap((name) => byKey.get(name) ?? []),
      CommonPrefixes: taken.filter((name) => isPrefix.has(name)),
    };
  },
});

function objectsOf({ world }: Moment, bucket: string): StoredObject[] {
  return [...world.objects.values()].filter((object) => object.bucket === bucket);
}

function commonPrefix(key: string, prefix: string, delimiter: string | undefined): string | null {
  const at = delimiter === undefined ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? null : key.slice(0, at + (delimiter?.length ?? 0));
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString();
  if (text !== '') return text;
  throw new Refusal('InvalidArgument', 'The continuation token provided is incorrect', 400);
}
