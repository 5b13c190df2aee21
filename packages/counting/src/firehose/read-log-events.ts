import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { own } from '../graphql/record.ts';
import { bad, type DeliveryProblem, parsed } from './read-request.ts';

/** One event of a log group. */
export interface LogEventLine {
  /** Tells it from every other event: eight bytes, as latin1 text. The same whenever it is delivered. */
  readonly key: string;
  /** Milliseconds since 1970, as CloudWatch Logs keeps it; the line has a time of its own. */
  readonly at: number;
  /** One line: what is broken into several is one event all the same. */
  readonly text: string;
}

const unzip = promisify(gunzip);
const mostEvents = 1_000_000;

/**
 * Reads the events of records that a subscription of CloudWatch Logs wrote: each is gzip'd JSON.
 * Never throws; a delivery of which one record cannot be read is refused as a whole, so that
 * Firehose keeps it.
 * @param largest bytes that all records may have together when they are unpacked
 * Source: Amazon CloudWatch Logs User Guide, "Real-time processing of log data with subscriptions".
 */
export async function readLogEvents(
  records: readonly string[],
  largest: number,
): Promise<{ readonly events: readonly LogEventLine[] } | { readonly problem: DeliveryProblem }> {
  const events: LogEventLine[] = [];
  let left = largest;
  for (const [index, record] of records.entries()) {
    const text = await unpacked(Buffer.from(record, 'base64'), left);
    if (text === 'too-large') return tooLarge(largest);
    if (text === null) return bad(`record ${index} is not gzip`);
    left -= text.length;
    const read = readMessage(text);
    if (typeof read === 'string') return bad(`record ${index} ${read}`);
    for (const event of read) events.push(event);
    if (events.length > mostEvents) return tooLarge(largest);
  }
  return { events };
}

function tooLarge(largest: number): { readonly problem: DeliveryProblem } {
  const message = `the records are larger than ${largest} bytes when they are unpacked`;
  return { problem: { kind: 'too-large', message } };
}

async function unpacked(bytes: Buffer, largest: number): Promise<Buffer | 'too-large' | null> {
  if (largest <= 0) return 'too-large';
  try {
    return await unzip(bytes, { maxOutputLength: largest });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null;
  }
}

/** The events of one message, or what is wrong with it. */
function readMessage(text: Buffer): readonly LogEventLine[] | string {
  const message = parsed(text);
  const type = own(message, 'messageType');
  // CloudWatch Logs sends these to see whether anybody is there.
  if (type === 'CONTROL_MESSAGE') return [];
  const listed = own(message, 'logEvents');
  if (type !== 'DATA_MESSAGE' || !Array.isArray(listed))
    return 'is no message of a CloudWatch Logs subscription';
  const place = ['owner', 'logGroup', 'logStream'].map((name) => own(message, name));
  if (!place.every((one) => typeof one === 'string')) return 'does not say its log stream';
  const events = (listed as readonly unknown[]).map((each) => eventOf(each, place.join('\0')));
  return events.every((event) => event !== null) ? events : 'holds an event without id or time';
}

function eventOf(json: unknown, place: string): LogEventLine | null {
  const [id, at, message] = [own(json, 'id'), own(json, 'timestamp'), own(json, 'message')];
  if (typeof id !== 'string' || id === '' || typeof message !== 'string') return null;
  if (typeof at !== 'number' || !Number.isSafeInteger(at)) return null;
  const key = hash('sha256', `${place}\0${id}`, 'buffer').toString('latin1', 0, 8);
  return { key, at, text: message.replaceAll(/[\r\n]+/g, ' ') };
}
