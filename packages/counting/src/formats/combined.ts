import { findByte, findLastByte } from '../lines/find-byte.ts';
import {
  clearFields,
  type LogEvent,
  type Needs,
  type Outcome,
  type Reason,
  setField,
} from '../lines/log-event.ts';
import { apacheTimeLength, createApacheClock } from '../time/apache-clock.ts';
import { noMinute } from '../time/calendar.ts';
import { microsecondsOf } from '../time/digits.ts';
import { combinedAgent, combinedStatus } from './combined-quotes.ts';
import type { LogFormat } from './log-format.ts';
import { readRequest } from './request-field.ts';

const space = 32;
const quote = 34;
const bracket = 91;
const point = 46;

/**
 * Access logs of nginx and Apache, common or combined:
 * `host ident user [time] "request" status bytes "referer" "agent" … seconds`. What stands between
 * agent and seconds is passed over. The last field is read as the request's time when it is a number
 * of seconds (nginx `$request_time`, Apache `%{ms}T` is not: that one is in milliseconds). The
 * minute is that of `[time]`: in nginx when the request was logged, in Apache when it was received.
 * Sources: nginx ngx_http_log_module; Apache mod_log_config.
 */
export const combined: LogFormat = {
  name: 'combined',
  createReader: (needs: Needs) => {
    const findRequest = createRequestFinder();
    return (bytes, from, to, event): Outcome => {
      const request = findRequest(bytes, from, to, event);
      if (typeof request === 'string') return request;
      const status = combinedStatus(bytes, request, to, event);
      if (status < 0) return 'status';
      if (needs.latency) event.latency = trailingSeconds(bytes, status, to);
      if (needs.fields.size === 0) return 'event';
      clearFields(event);
      event.bytes = bytes;
      setField(event, 'client', from, findByte(bytes, space, from, to));
      readRequest(bytes, request, to, event);
      if (needs.fields.has('agent')) combinedAgent(bytes, status, to, event);
      return 'event';
    };
  },
};

/** Finds what is right behind `[time] "`, and the minute: at the first bracket that a time follows, since names of users and what proxies add may hold brackets. */
function createRequestFinder() {
  const clock = createApacheClock();
  return (bytes: Buffer, from: number, to: number, event: LogEvent): number | Reason => {
    let reason: Reason = 'fields';
    for (let open = from; ; ) {
      open = findByte(bytes, bracket, open, to) + 1;
      if (open > to) return reason;
      const close = open + apacheTimeLength;
      event.minute = close < to && bytes[close] === 93 ? clock(bytes, open) : noMinute;
      if (event.minute === noMinute) reason = 'time';
      else if (bytes[close + 2] === quote && close + 3 < to) return close + 3;
      else reason = 'fields';
    }
  };
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
