import { z } from 'zod';
import { operation } from '../operation.ts';
import { needBucket } from './objects.ts';

/** `GetBucketEncryption`: AWS's own key, as every bucket has since January 2023 unless it is set up otherwise. Errors: `NoSuchBucket`. */
export const getBucketEncryption = operation({
  service: 's3',
  input: z.strictObject({ Bucket: z.string() }),
  run: (moment, { Bucket }) => {
    needBucket(moment, Bucket);
    return { SSEAlgorithm: 'AES256' };
  },
});
