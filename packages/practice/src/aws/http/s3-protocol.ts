import type { OperationName, OutputOf } from '../operations.ts';
import { Refusal } from '../world/refusal.ts';
import { readInput } from './read-input.ts';
import { header, type Reply, type Request } from './reply.ts';
import { decodeChunks } from './s3-chunks.ts';
import { completedXml, startedXml, uploadInput, uploadOperationOf } from './s3-uploads.ts';
import { bucketsXml, encryptionXml, listingXml } from './s3-xml.ts';

/** Queries that are operations of their own, which practice does not know. */
const subresources =
  /^(?:acl|cors|delete|lifecycle|location|logging|object-lock|policy|publicAccessBlock|tagging|versionId|versioning|versions|website)$/;
/** Headers of objects that mean nothing in practice. */
const harmless =
  /^x-amz-(?:acl|checksum-.*|content-sha256|date|decoded-content-length|expected-bucket-owner|mp-object-size|sdk-checksum-algorithm|security-token|server-side-encryption.*|storage-class|trailer|user-agent|meta-.*)$/;

/** What a request of S3 asks, its bucket in the path. Errors: `NotImplemented`, `InvalidArgument`. */
export function readS3Call(request: Request): { operation: OperationName; input: unknown } {
  const { url, method } = request;
  refuseUnmodelled(request);
  const [, Bucket = '', Key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(url.pathname)?.map(decoded) ?? [];
  const operation =
    uploadOperationOf(request) ?? operationOf(method, Bucket, Key, url.searchParams);
  if (operation === null) throw unmodelled(`${method} ${url.pathname}${url.search}`);
  const [IfMatch, IfNoneMatch] = [header(request, 'if-match'), header(request, 'if-none-match')];
  const matching = { ...(IfMatch && { IfMatch }), ...(IfNoneMatch && { IfNoneMatch }) };
  switch (operation) {
    case 'ListBuckets':
      return { operation, input: {} };
    case 'CreateBucket':
    case 'GetBucketEncryption':
      return { operation, input: readInput(operation, { Bucket }) };
    case 'ListObjectsV2':
      return { operation, input: readInput(operation, { Bucket, ...listing(url.searchParams) }) };
    case 'PutObject':
      return {
        operation,
        input: readInput(operation, { Bucket, Key, ...matching, ...content(request) }),
      };
    case 'GetObject': {
      const Range = header(request, 'range');
      const input = { Bucket, Key, ...matching, ...(Range && { Range }) };
      return { operation, input: readInput(operation, input) };
    }
    case 'HeadObject':
      return { operation, input: readInput(operation, { Bucket, Key, ...matching }) };
    case 'DeleteObject':
      return { operation, input: readInput(operation, { Bucket, Key }) };
    default: {
      const said = uploadInput(operation, request, content(request));
      const given = operation === 'CompleteMultipartUpload' ? matching : {};
      return { operation, input: readInput(operation, { Bucket, Key, ...given, ...said }) };
    }
  }
}

type S3Operation =
  | 'ListBuckets'
  | 'GetBucketEncryption'
  | 'CreateBucket'
  | 'ListObjectsV2'
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject';

function operationOf(
  method: string,
  bucket: string,
  key: string,
  query: URLSearchParams,
): S3Operation | null {
  if (bucket === '') return method === 'GET' ? 'ListBuckets' : null;
  if (key === '') {
    if (query.has('encryption')) return method === 'GET' ? 'GetBucketEncryption' : null;
    if (method === 'PUT') return 'CreateBucket';
    return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : null;
  }
  const methods = {
    GET: 'GetObject',
    HEAD: 'HeadObject',
    PUT: 'PutObject',
    DELETE: 'DeleteObject',
  } as const;
  return Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : null;
}

function refuseUnmodelled({ url, headers }: Request): void {
  const query = [...url.searchParams.keys()].find((name) => subresources.test(name));
  if (query !== undefined) throw unmodelled(`?${query}`);
  const odd = Object.keys(headers).find(
    (name) => name.startsWith('x-amz-') && !harmless.test(name),
  );
  if (odd !== undefined) throw unmodelled(odd);
}

function unmodelled(what: string): Refusal {
  return new Refusal('NotImplemented', `Practice does not model ${what}.`, 501);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal('InvalidURI', 'The path is not percent-encoded UTF-8.', 400);
  }
}

const listed: Readonly<Record<string, string>> = {
  prefix: 'Prefix',
  delimiter: 'Delimiter',
  'start-after': 'StartAfter',
  'continuation-token': 'ContinuationToken',
  'max-keys': 'MaxKeys',
  'encoding-type': 'EncodingType',
};

function listing(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...query].flatMap(([name, value]) => {
      const field = listed[name];
      return field === undefined ? [] : [[field, value]];
    }),
  );
}

function content(request: Request): { Body: Uint8Array } & Record<string, unknown> {
  const [type, digest] = [header(request, 'content-type'), header(request, 'content-md5')];
  const Metadata = Object.fromEntries(
    Object.keys(request.headers)
      .filter((name) => name.startsWith('x-amz-meta-'))
      .map((name) => [name.slice('x-amz-meta-'.length), header(request, name) ?? '']),
  );
  const bytes = request.bytes ?? Buffer.from(request.body);
  const chunked = /aws-chunked/.test(header(request, 'content-encoding') ?? '');
  return {
    Body: chunked ? decodeChunks(bytes) : bytes,
    Metadata,
    ...(type && { ContentType: type }),
    ...(digest && { ContentMD5: digest }),
  };
}

/** An answer of S3: an object's content with its headers, or XML. */
export function s3Answer(operation: OperationName, output: unknown, requestId: string): Reply {
  const id = { 'x-amz-request-id': requestId };
  switch (operation) {
    case 'GetObject': {
      const { Body, ContentRange, ...rest } = output as OutputOf<'GetObject'>;
      const range = ContentRange === null ? {} : { 'content-range': ContentRange };
      const headers = { ...id, ...headersOf(rest), ...range };
      return { status: ContentRange === null ? 200 : 206, headers, body: Body };
    }
    case 'HeadObject': {
      const stored = output as OutputOf<'HeadObject'>;
      const length = { 'content-length': String(stored.ContentLength) };
      return { status: 200, headers: { ...id, ...headersOf(stored), ...length }, body: '' };
    }
    case 'PutObject':
    case 'UploadPart': {
      const { ETag: etag } = output as OutputOf<'PutObject' | 'UploadPart'>;
      return { status: 200, headers: { ...id, etag }, body: '' };
    }
    case 'CreateMultipartUpload':
      return xml(startedXml(output as OutputOf<'CreateMultipartUpload'>), id);
    case 'CompleteMultipartUpload':
      return xml(completedXml(output as OutputOf<'CompleteMultipartUpload'>), id);
    case 'AbortMultipartUpload':
    case 'DeleteObject':
      return { status: 204, headers: id, body: '' };
    case 'ListObjectsV2':
      return xml(listingXml(output as OutputOf<'ListObjectsV2'>), id);
    case 'GetBucketEncryption':
      return xml(encryptionXml(output as OutputOf<'GetBucketEncryption'>), id);
    case 'ListBuckets':
      return xml(bucketsXml(output as OutputOf<'ListBuckets'>), id);
    default:
      return { status: 200, headers: id, body: '' };
  }
}

function headersOf(stored: OutputOf<'HeadObject'>): Record<string, string> {
  const metadata = Object.entries(stored.Metadata).map(([name, value]) => [
    `x-amz-meta-${name}`,
    value,
  ]);
  return {
    etag: stored.ETag,
    'content-type': stored.ContentType,
    'last-modified': stored.LastModified.toUTCString(),
    'accept-ranges': 'bytes',
    ...Object.fromEntries(metadata),
  };
}

function xml(body: string, headers: Readonly<Record<string, string>>): Reply {
  const whole = `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
  return { status: 200, headers: { ...headers, 'content-type': 'application/xml' }, body: whole };
}
