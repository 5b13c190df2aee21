import type { OutputOf } from '../operations.ts';
import type { Refusal } from '../world/refusal.ts';
import type { Reply, Request } from './reply.ts';
import { escapeXml, toXml } from './xml.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A listing as S3 writes it: an element for each object and each prefix. */
export function listingXml(listing: OutputOf<'ListObjectsV2'>): string {
  const { Contents, CommonPrefixes, EncodingType, ...facts } = listing;
  const encoded = (text: string) => (EncodingType === 'url' ? encodeKey(text) : text);
  const objects = Contents.map(({ key, size, etag, modifiedAt }) =>
    toXml(
      {
        Contents: {
          Key: encoded(key),
          LastModified: new Date(modifiedAt),
          ETag: etag,
          Size: size,
          StorageClass: 'STANDARD',
        },
      },
      'member',
    ),
  );
  const prefixes = CommonPrefixes.map((prefix) =>
    toXml({ CommonPrefixes: { Prefix: encoded(prefix) } }, 'member'),
  );
  const told = toXml({ ...facts, Prefix: encoded(facts.Prefix), EncodingType }, 'member');
  return `<ListBucketResult xmlns="${namespace}">${told}${objects.join('')}${prefixes.join('')}</ListBucketResult>`;
}

export function bucketsXml({ Buckets }: OutputOf<'ListBuckets'>): string {
  const each = Buckets.map((bucket) => toXml({ Bucket: bucket }, 'member')).join('');
  return `<ListAllMyBucketsResult xmlns="${namespace}"><Buckets>${each}</Buckets><Owner><ID>${escapeXml('practice')}</ID></Owner></ListAllMyBucketsResult>`;
}

export function encryptionXml(byDefault: OutputOf<'GetBucketEncryption'>): string {
  const rule = toXml({ Rule: { ApplyServerSideEncryptionByDefault: { ...byDefault } } }, 'member');
  return `<ServerSideEncryptionConfiguration xmlns="${namespace}">${rule}</ServerSideEncryptionConfiguration>`;
}

/** As S3 does with `encoding-type=url`: slashes stay, a blank becomes a plus. */
function encodeKey(key: string): string {
  return encodeURIComponent(key.toWellFormed()).replaceAll('%2F', '/').replaceAll('%20', '+');
}

/** An error of S3; one that answers HEAD has no body. */
export function s3Error(
  { code, message, status }: Refusal,
  requestId: string,
  { method }: Request,
): Reply {
  const words = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  const headers = { 'content-type': 'application/xml', 'x-amz-request-id': requestId };
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${words}<RequestId>${requestId}</RequestId></Error>`;
  return { status, headers, body: method === 'HEAD' || status === 304 ? '' : body };
}
