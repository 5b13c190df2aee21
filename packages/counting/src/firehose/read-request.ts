import { isObject, own } from '../graphql/record.ts';

/** What Amazon Data Firehose sends to an HTTP endpoint. */
export interface FirehoseRequest {
  /** The same whenever the same request is sent again. */
  readonly requestId: string;
  /** Each in base64. */
  readonly records: readonly string[];
}

/** Why a delivery cannot be taken, for whoever reads Firehose's error log. */
export interface DeliveryProblem {
  readonly kind: 'bad' | 'too-large';
  readonly message: string;
}

const mostRecords = 10_000;
const longestId = 200;

/**
 * Reads the body of a delivery. Never throws.
 * Source: Amazon Data Firehose Developer Guide, "HTTP endpoint delivery request and response specifications".
 */
export function readFirehoseRequest(
  body: Buffer,
): { readonly request: FirehoseRequest } | { readonly problem: DeliveryProblem } {
  const json = parsed(body);
  const requestId = own(json, 'requestId');
  const records = own(json, 'records');
  if (typeof requestId !== 'string' || requestId === '' || requestId.length > longestId)
    return bad('"requestId" is not what Firehose sends');
  if (!Array.isArray(records)) return bad('"records" is not a list');
  if (records.length > mostRecords) return bad(`there are more than ${mostRecords} records`);
  const data: unknown[] = records.map((record) => own(record, 'data'));
  const wrong = data.findIndex((one) => typeof one !== 'string');
  if (wrong !== -1) return bad(`record ${wrong} holds no data`);
  return { request: { requestId, records: data as string[] } };
}

export function bad(message: string): { readonly problem: DeliveryProblem } {
  return { problem: { kind: 'bad', message } };
}

/** JSON in UTF-8; null for what is none. */
export function parsed(bytes: Buffer): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
