import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  type DeliveryProblem,
  type LogEventLine,
  readFirehoseRequest,
  readLogEvents,
} from '@sekisho/counting';
import { DoorRefusal } from '../../door-refusal.ts';
import { readBytes } from '../../read-bytes.ts';
import { demandJsonType } from '../../read-json.ts';
import { bodyTooLarge } from '../../refusals.ts';

/** Bytes: a buffer of 5 MiB, which Firehose uses unless told otherwise, is 7 MiB in base64. */
export const largestDelivery = { sent: 8 << 20, unzipped: 16 << 20, records: 64 << 20 };

export interface Delivery {
  readonly requestId: string;
  readonly events: readonly LogEventLine[];
}

const unzip = promisify(gunzip);

/** Reads what Firehose delivers of a subscription. Errors: `DoorRefusal` with 400, 413 or 415. */
export async function readDelivery(request: Request, largest = largestDelivery): Promise<Delivery> {
  demandJsonType(request);
  const body = await bodyOf(request, largest);
  const read = readFirehoseRequest(body);
  if ('problem' in read) throw refused(read.problem);
  const { requestId, records } = read.request;
  const found = await readLogEvents(records, largest.records);
  if ('problem' in found) throw refused(found.problem);
  return { requestId, events: found.events };
}

/** Firehose may be told to compress what it sends. */
async function bodyOf(request: Request, largest: typeof largestDelivery): Promise<Buffer> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (!/^(gzip|identity)$/i.test(encoding)) throw unknownEncoding(encoding);
  const sent = await readBytes(request, largest.sent);
  if (!/^gzip$/i.test(encoding)) return sent;
  return unzip(sent, { maxOutputLength: largest.unzipped }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw bodyTooLarge(largest.unzipped / 1024);
    throw refused({ kind: 'bad', message: 'the body is not gzip, as it is said to be' });
  });
}

function refused({ kind, message }: DeliveryProblem): DoorRefusal {
  return new DoorRefusal({
    ...{ status: kind === 'bad' ? 400 : 413, field: 'records', value: '' },
    why: {
      en: `The delivery cannot be taken: ${message}.`,
      ja: `この配信は受け取れません（${message}）。`,
    },
    fix: {
      en: 'Let CloudWatch Logs fill the stream, without transformation or decompression, in buffers of 1 MiB.',
      ja: 'CloudWatch Logs からそのまま（変換や展開なし、バッファー 1 MiB で）届くようにしてください。',
    },
  });
}

function unknownEncoding(encoding: string): DoorRefusal {
  return new DoorRefusal({
    ...{ status: 415, field: 'Content-Encoding', value: encoding.slice(0, 40) },
    why: {
      en: 'The body is compressed in a way that is not known here.',
      ja: '本文の圧縮形式に対応していません。',
    },
    fix: { en: 'Send it as gzip, or as it is.', ja: 'gzip か、圧縮せずに送ってください。' },
  });
}
