import { describeLogGroups } from './logs/groups.ts';
import { filterLogEvents, getLogEvents } from './logs/read-events.ts';
import {
  createLogGroup,
  createLogStream,
  describeLogStreams,
  putLogEvents,
} from './logs/streams.ts';
import { createBucket, listBuckets, listObjects } from './s3/buckets.ts';
import { getBucketEncryption } from './s3/encryption.ts';
import { deleteObject, getObject, headObject, putObject } from './s3/objects.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
} from './s3/uploads.ts';

/** Operations of S3 and CloudWatch Logs. */
export const storageOperations = {
  GetObject: getObject,
  HeadObject: headObject,
  PutObject: putObject,
  DeleteObject: deleteObject,
  CreateMultipartUpload: createMultipartUpload,
  UploadPart: uploadPart,
  CompleteMultipartUpload: completeMultipartUpload,
  AbortMultipartUpload: abortMultipartUpload,
  ListObjectsV2: listObjects,
  CreateBucket: createBucket,
  ListBuckets: listBuckets,
  GetLogEvents: getLogEvents,
  FilterLogEvents: filterLogEvents,
  PutLogEvents: putLogEvents,
  CreateLogGroup: createLogGroup,
  CreateLogStream: createLogStream,
  DescribeLogStreams: describeLogStreams,
  DescribeLogGroups: describeLogGroups,
  GetBucketEncryption: getBucketEncryption,
} as const;
