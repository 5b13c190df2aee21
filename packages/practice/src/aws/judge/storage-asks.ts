import { type AnyCall, type Ask, textIn } from './ask.ts';

/** Actions that bear another name than the operation. Source: Service Authorization Reference, Amazon S3. */
const named: Readonly<Record<string, string>> = {
  HeadObject: 'GetObject',
  ListObjectsV2: 'ListBucket',
  ListBuckets: 'ListAllMyBuckets',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
};

/** Whether what is allowed as `s3:PutObject` makes an object. Source: Amazon S3 User Guide, "Enforce conditional writes on Amazon S3 buckets". */
const creates: Readonly<Record<string, boolean>> = {
  PutObject: true,
  CompleteMultipartUpload: true,
  CreateMultipartUpload: false,
  UploadPart: false,
};

/** What a call of S3 asks for: the object, or the bucket, where it is listed with its prefix. */
export function s3Asks(call: AnyCall): readonly Ask[] {
  const action = `s3:${named[call.operation] ?? call.operation}`;
  const bucket = textIn(call, 'Bucket');
  if (bucket === null) return [{ action, resource: '*' }];
  const key = textIn(call, 'Key');
  if (key !== null) {
    return [{ action, resource: `arn:aws:s3:::${bucket}/${key}`, context: writing(call) }];
  }
  const prefix = textIn(call, 'Prefix');
  const context = call.operation === 'ListObjectsV2' ? { 's3:prefix': prefix ?? '' } : {};
  return [{ action, resource: `arn:aws:s3:::${bucket}`, context }];
}

/** What is known of an object that is written, or of a part of one that is none yet. */
function writing(call: AnyCall): Readonly<Record<string, string>> {
  const isCreation = creates[call.operation];
  if (isCreation === undefined) return {};
  const unless = textIn(call, 'IfNoneMatch');
  return {
    's3:ObjectCreationOperation': String(isCreation),
    ...(unless === null ? {} : { 's3:if-none-match': unless }),
  };
}

/** What a call of CloudWatch Logs asks for: the stream, or the group and all of its streams. */
export function logAsks(call: AnyCall): readonly Ask[] {
  const { account, region, operation } = call;
  const action = `logs:${operation}`;
  const group = textIn(call, 'logGroupName');
  if (group === null) return [{ action, resource: '*' }];
  const stream = ['GetLogEvents', 'PutLogEvents'].includes(operation)
    ? (textIn(call, 'logStreamName') ?? '')
    : '';
  const resource = `arn:aws:logs:${region}:${account}:log-group:${group}:log-stream:${stream}`;
  return [{ action, resource }];
}
