import { findByte, findLastByte } from '../lines/find-byte.ts';
import {
  clearFields,
  type LineReader,
  type LogEvent,
  type Needs,
  setField,
} from '../lines/log-event.ts';
import { noMinute } from '../time/calendar.ts';
import { digitsAt, microsecondsOf } from '../time/digits.ts';
import { createIsoClock, secondsEnd } from '../time/iso-clock.ts';
import { quotedEnd, readRequest } from './request-field.ts';

const space = 32;
const quote = 34;
const minute = 'YYYY-MM-DDTHH:MM'.length;

/** Where the load balancers' two formats differ. */
export interface ElbShape {
  /** Whether a line begins with the type of the request (`http`, `h2`, …). */
  readonly typed: boolean;
}

/**
 * Reads lines of Elastic Load Balancing: `[type] time elb client:port target:port
 * request_processing_time target_processing_time response_processing_time elb_status_code
 * target_status_code received_bytes sent_bytes "request" "user_agent" …`.
 * The fields up to the status hold no quote, so nothing after the status makes a line unreadable.
 */
export function createElbReader({ typed }: ElbShape, needs: Needs): LineReader {
  const clock = createIsoClock();
  const wantsText = needs.fields.size > 0;
  return (bytes, from, to, event) => {
    let at = from;
    if (typed) {
      at = findByte(bytes, space, from, to) + 1;
      if (at <= from + 1 || at >= to) return 'fields';
    }
    if (at + minute > to) return 'time';
    event.minute = clock(bytes, at);
    const end = event.minute === noMinute ? -1 : secondsEnd(bytes, at + minute, to);
    if (end < 0 || bytes[end] !== 90 || end >= to) return 'time'; // Z
    if (bytes[end + 1] !== space || end + 1 >= to) return end + 1 < to ? 'time' : 'fields';
    const elb = end + 2;
    const client = findByte(bytes, space, elb, to) + 1;
    const target = findByte(bytes, space, client, to) + 1;
    const sending = findByte(bytes, space, target, to) + 1;
    const working = findByte(bytes, space, sending, to) + 1;
    const answering = findByte(bytes, space, working, to) + 1;
    const status = findByte(bytes, space, answering, to) + 1;
    if (status >= to) return 'fields';
    // An empty field would shift those after it.
    if (client - elb < 2 || target - client < 2 || sending - target < 2) return 'fields';
    if (working - sending < 2 || answering - working < 2 || status - answering < 2) return 'fields';
    event.status = to - status < 3 ? -1 : digitsAt(bytes, status, 3);
    if (event.status < 0 || (status + 3 < to && bytes[status + 3] !== space)) return 'status';
    if (needs.latency) {
      event.latency = latencyOf(bytes, sending, working, answering, status);
      if (event.latency < -1) return 'latency';
    }
    if (wantsText) readText(bytes, client, target, status + 3, to, event, needs);
    return 'event';
  };
}

/** The sum of the three times, in microseconds: what the client waited. -1 when one is unknown; -2 when one is no time. */
function latencyOf(
  bytes: Buffer,
  sending: number,
  working: number,
  answering: number,
  status: number,
): number {
  const first = timeOf(bytes, sending, working - 1);
  const second = timeOf(bytes, working, answering - 1);
  const third = timeOf(bytes, answering, status - 1);
  if (first < -1 || second < -1 || third < -1) return -2;
  return first < 0 || second < 0 || third < 0 ? -1 : first + second + third;
}

/** The balancers write -1 (and `-`, for TCP) for a step that did not happen. */
function timeOf(bytes: Buffer, from: number, to: number): number {
  if (bytes[from] === 45) {
    return to === from + 1 || (to === from + 2 && bytes[from + 1] === 49) ? -1 : -2;
  }
  const micros = microsecondsOf(bytes, from, to);
  return micros < 0 ? -2 : micros;
}

/** Finds client, request and user agent. What a cut line does not have stays empty. */
function readText(
  bytes: Buffer,
  client: number,
  target: number,
  statusEnd: number,
  to: number,
  event: LogEvent,
  { fields }: Needs,
): void {
  clearFields(event);
  event.bytes = bytes;
  if (fields.has('client')) {
    const port = findLastByte(bytes, 58, client, target - 1);
    setField(event, 'client', client, port > client ? port : target - 1);
  }
  let at = statusEnd;
  for (let field = 0; field < 3; field += 1) at = findByte(bytes, space, at + 1, to);
  if (bytes[at + 1] !== quote || at + 1 >= to) return;
  const url = readRequest(bytes, at + 2, to, event);
  if (fields.has('agent')) readAgent(bytes, quotedEnd(bytes, url, to), to, event);
}

/** @param from behind the closing quote of the request */
function readAgent(bytes: Buffer, from: number, to: number, event: LogEvent): void {
  if (bytes[from] !== space || bytes[from + 1] !== quote || from + 2 >= to) return;
  const end = quotedEnd(bytes, from + 2, to);
  setField(event, 'agent', from + 2, bytes[end - 1] === quote ? end - 1 : end);
}
