import { clearFields, type LogEvent, type Outcome, setField } from '../lines/log-event.ts';
import { noMinute } from '../time/calendar.ts';
import { digitsAt, microsecondsOf } from '../time/digits.ts';
import { createIsoClock, secondsEnd } from '../time/iso-clock.ts';
import type { LogFormat } from './log-format.ts';

const tab = 9;
const isoLength = 'YYYY-MM-DDTHH:MM:SS'.length;

/**
 * Standard logs of Amazon CloudFront: W3C extended format, parted by tabs; the order of the columns
 * is that of `#Fields:`. Time is when the edge finished responding (`date`, `time`, UTC); latency is
 * `time-taken`; status `000` means that the viewer went away before an answer.
 * Source: Amazon CloudFront Developer Guide, "Standard logging reference".
 */
export const cloudfront: LogFormat = {
  name: 'cloudfront',
  createReader: (needs) => {
    let columns = columnsOf(standardFields);
    const clock = createIsoClock();
    const iso = Buffer.from('0000-00-00T00:00:00');
    const starts = new Int32Array(256);
    const ends = new Int32Array(256);

    function readTime(bytes: Buffer): number {
      const [date, time] = [starts[columns.date] ?? 0, starts[columns.time] ?? 0];
      if ((ends[columns.date] ?? 0) - date !== 10) return noMinute;
      if ((ends[columns.time] ?? 0) - time !== 8) return noMinute;
      bytes.copy(iso, 0, date, date + 10);
      bytes.copy(iso, 11, time, time + 8);
      return secondsEnd(iso, 16, isoLength) < 0 ? noMinute : clock(iso, 0);
    }

    return (bytes, from, to, event): Outcome => {
      if (bytes[from] === 35) {
        const header = bytes.toString('latin1', from, to);
        if (header.startsWith('#Fields:')) columns = columnsOf(header.slice(8));
        return 'directive';
      }
      const count = split(bytes, from, to, starts, ends);
      if (count <= Math.max(columns.date, columns.time, columns.status)) return 'fields';
      if (columns.date < 0 || columns.time < 0 || columns.status < 0) return 'fields';
      event.minute = readTime(bytes);
      if (event.minute === noMinute) return 'time';
      const status = starts[columns.status] ?? 0;
      if ((ends[columns.status] ?? 0) - status !== 3) return 'status';
      event.status = digitsAt(bytes, status, 3);
      if (event.status < 0) return 'status';
      if (needs.latency && !readLatency(bytes, columns.latency, count, starts, ends, event)) {
        return 'latency';
      }
      if (needs.fields.size > 0) readText(bytes, columns, count, starts, ends, event);
      return 'event';
    };
  },
};

/** The columns of legacy logs, for a piece of a file that has lost its header. */
const standardFields =
  'date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken';

function columnsOf(header: string) {
  const names = header.trim().split(/[ \t]+/);
  const column = (...wanted: readonly string[]) =>
    wanted.map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
  return {
    date: column('date'),
    time: column('time'),
    status: column('sc-status'),
    latency: column('time-taken'),
    method: column('cs-method'),
    path: column('cs-uri-stem'),
    // cs(Host) is the distribution's own name; what the viewer asked for is the other.
    host: column('x-host-header', 'cs(Host)'),
    client: column('c-ip'),
    agent: column('cs(User-Agent)'),
  };
}

function split(
  bytes: Buffer,
  from: number,
  to: number,
  starts: Int32Array,
  ends: Int32Array,
): number {
  let count = 0;
  let start = from;
  for (let at = from; at <= to && count < starts.length; at += 1) {
    if (at < to && bytes[at] !== tab) continue;
    starts[count] = start;
    ends[count] = at;
    count += 1;
    start = at + 1;
  }
  return count;
}

function readLatency(
  bytes: Buffer,
  column: number,
  count: number,
  starts: Int32Array,
  ends: Int32Array,
  event: LogEvent,
): boolean {
  event.latency = -1;
  if (column < 0 || column >= count) return true;
  const [from, to] = [starts[column] ?? 0, ends[column] ?? 0];
  if (to === from + 1 && bytes[from] === 45) return true;
  event.latency = microsecondsOf(bytes, from, to);
  return event.latency >= 0;
}

function readText(
  bytes: Buffer,
  columns: ReturnType<typeof columnsOf>,
  count: number,
  starts: Int32Array,
  ends: Int32Array,
  event: LogEvent,
): void {
  clearFields(event);
  event.bytes = bytes;
  for (const field of ['method', 'path', 'host', 'client', 'agent'] as const) {
    const column = columns[field];
    if (column < 0 || column >= count) continue;
    setField(event, field, starts[column] ?? 0, ends[column] ?? 0);
  }
}
