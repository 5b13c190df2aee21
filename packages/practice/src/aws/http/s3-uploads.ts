import type { OutputOf } from '../operations.ts';
import type { Request } from './reply.ts';
import { escapeXml, toXml } from './xml.ts';

export type UploadOperation =
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload';

/** Which step of an upload in parts a request is; null where it is none. */
export function uploadOperationOf({ method, url }: Request): UploadOperation | null {
  const { searchParams: query } = url;
  if (method === 'POST' && query.has('uploads')) return 'CreateMultipartUpload';
  if (!query.has('uploadId')) return null;
  if (method === 'PUT' && query.has('partNumber')) return 'UploadPart';
  if (method === 'POST') return 'CompleteMultipartUpload';
  return method === 'DELETE' ? 'AbortMultipartUpload' : null;
}

/** What such a request says besides its object. @param content the body and its headers */
export function uploadInput(
  operation: UploadOperation,
  { url, body }: Request,
  content: { readonly Body: Uint8Array } & Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { searchParams: query } = url;
  const UploadId = query.get('uploadId');
  const { Body, ContentMD5: _, ...described } = content;
  switch (operation) {
    case 'CreateMultipartUpload':
      return described;
    case 'UploadPart':
      return { UploadId, PartNumber: query.get('partNumber'), Body };
    case 'CompleteMultipartUpload':
      return { UploadId, Parts: partsIn(body) };
    case 'AbortMultipartUpload':
      return { UploadId };
  }
}

function partsIn(xml: string): { PartNumber: string; ETag: string }[] {
  return Array.from(xml.matchAll(/<Part>(.*?)<\/Part>/gs), ([, part = '']) => ({
    PartNumber: /<PartNumber>(\d+)</.exec(part)?.[1] ?? '',
    ETag: (/<ETag>([^<]*)</.exec(part)?.[1] ?? '').replace(/&(?:quot|#34);|"/g, ''),
  }));
}

export function startedXml(started: OutputOf<'CreateMultipartUpload'>): string {
  return toXml({ InitiateMultipartUploadResult: started }, 'member');
}

export function completedXml({ ETag, ...facts }: OutputOf<'CompleteMultipartUpload'>): string {
  const told = toXml(facts, 'member');
  return `<CompleteMultipartUploadResult>${told}<ETag>${escapeXml(ETag)}</ETag></CompleteMultipartUploadResult>`;
}
