import { findByte, findLastByte } from '../lines/find-byte.ts';
import {
  clearFields,
  type LogEvent,
  type Needs,
  type Outcome,
  setField,
} from '../lines/log-event.ts';
import { apacheTimeLength, createApacheClock } from '../time/apache-clock.ts';
import { noMinute } from '../time/calendar.ts';
import { digitsAt, microsecondsOf } from '../time/digits.ts';
import type { LogFormat } from './log-format.ts';
import { readRequest } from './request-field.ts';

const space = 32;
const quote = 34;
const bracket = 91;
const point = 46;

/**
 * Access logs of nginx and Apache, common or combined:
 * `host ident user [time] "request" status bytes "referer" "agent" seconds`. The last field is
 * read as the request's time when it is a number of seconds (nginx `$request_time`, Apache
 * `%{ms}T` is not: that one is in milliseconds). The minute is that of `[time]`: in nginx when the
 * request was logged, in Apache when it was received.
 * Sources: nginx ngx_http_log_module; Apache mod_log_config.
 */
export const combined: LogFormat = {
  name: 'combined',
  createReader: (needs: Needs) => {
    const clock = createApacheClock();
    return (bytes, from, to, event): Outcome => {
      const open = findByte(bytes, bracket, from, to) + 1;
      if (open >= to) return 'fields';
      const close = open + apacheTimeLength;
      if (close >= to || bytes[close] !== 93) return 'time';
      event.minute = clock(bytes, open);
      if (event.minute === noMinute) return 'time';
      if (bytes[close + 2] !== quote || close + 3 >= to) return 'fields';
      const status = statusAt(bytes, close + 3, to, event);
      if (status < 0) return 'status';
      if (needs.latency) event.latency = trailingSeconds(bytes, status, to);
      if (needs.fields.size > 0) readText(bytes, from, close + 3, to, event);
      return 'event';
    };
  },
};

/**
 * Finds `" 200 ` behind the request, whose own quotes may not be escaped: the first quote that is
 * followed by a space, three digits and the end of the field.
 * @returns where the status ends; -1 when there is none
 */
function statusAt(bytes: Buffer, from: number, to: number, event: LogEvent): number {
  for (let at = from; at + 5 <= to; at += 1) {
    at = findByte(bytes, quote, at, to);
    if (at + 5 > to) return -1;
    if (bytes[at + 1] !== space || (at + 5 < to && bytes[at + 5] !== space)) continue;
    event.status = digitsAt(bytes, at + 2, 3);
    if (event.status >= 0) return at + 5;
  }
  return -1;
}

/** The last field in microseconds when it is a decimal number with a point; -1 when it is anything else. */
function trailingSeconds(bytes: Buffer, from: number, to: number): number {
  let end = to;
  while (end > from && bytes[end - 1] === space) end -= 1;
  const start = Math.max(from, findLastByte(bytes, space, from, end) + 1);
  const [begin, stop] =
    bytes[start] === quote && bytes[end - 1] === quote ? [start + 1, end - 1] : [start, end];
  return findByte(bytes, point, begin, stop) === stop ? -1 : microsecondsOf(bytes, begin, stop);
}

function readText(bytes: Buffer, from: number, request: number, to: number, event: LogEvent): void {
  clearFields(event);
  event.bytes = bytes;
  const client = findByte(bytes, space, from, to);
  setField(event, 'client', from, client);
  readRequest(bytes, request, to, event);
  const close = findLastByte(bytes, quote, request, to);
  const open = findLastByte(bytes, quote, request, close);
  if (open >= 0) setField(event, 'agent', open + 1, close);
}
