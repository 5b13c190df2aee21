import {
  clearFields,
  type LogEvent,
  type Needs,
  type Outcome,
  setField,
  textFields,
} from '../lines/log-event.ts';
import { createAnyClock } from '../time/any-clock.ts';
import { noMinute } from '../time/calendar.ts';
import { type FieldMap, latencyUnits } from './field-map.ts';
import type { LogFormat } from './log-format.ts';

/** Names that common loggers use (pino-http, ECS, Caddy, Envoy, OpenTelemetry). */
export const jsonFields: FieldMap = {
  names: {
    time: ['time', '@timestamp', 'timestamp', 'ts', 'start_time'],
    status: [
      'status',
      'res.statusCode',
      'http.response.status_code',
      'status_code',
      'statusCode',
      'response_code',
    ],
    latency: ['request_time', 'latency', 'duration', 'responseTime'],
    method: ['method', 'req.method', 'http.request.method', 'request.method'],
    path: ['path', 'req.url', 'url.path', 'request.uri', 'uri'],
    host: ['host', 'url.domain', 'request.host', 'authority'],
    client: ['client', 'remote_addr', 'client.ip', 'req.remoteAddress', 'request.remote_ip'],
    agent: ['user_agent', 'user_agent.original', 'userAgent'],
  },
  latencyUnit: 's',
  // Source: pino-http, README: `responseTime` is in milliseconds.
  unitOfName: { responseTime: 'ms' },
};

/** One JSON object a line, any schema: fields are found by paths such as `res.statusCode`. */
export function jsonLinesWith(map: FieldMap): LogFormat {
  return { name: 'jsonl', fields: map, createReader: (needs) => createReader(map, needs) };
}

type Lookup = (line: object) => unknown;

function createReader({ names, latencyUnit, unitOfName = {} }: FieldMap, needs: Needs) {
  const [time, status] = [lookupOf(names.time), lookupOf(names.status)];
  const latencies = names.latency.map((name) => ({
    find: lookupOf([name]),
    unit: latencyUnits[unitOfName[name] ?? latencyUnit],
  }));
  const texts = textFields
    .filter((field) => needs.fields.has(field))
    .map((field) => ({ field, find: lookupOf(names[field]) }));
  const clock = createAnyClock();
  const scratch = Buffer.alloc(64);

  return (bytes: Buffer, from: number, to: number, event: LogEvent): Outcome => {
    const line = parse(bytes.toString('utf8', from, to));
    if (line === null) return 'json';
    event.minute = clock(scratch, 0, scratch.write(scalarText(time(line))));
    if (event.minute === noMinute) return 'time';
    event.status = statusOf(status(line));
    if (event.status < 0) return 'status';
    if (needs.latency) {
      event.latency = firstLatency(latencies, line);
      if (event.latency < -1) return 'latency';
    }
    if (texts.length > 0) writeTexts(texts, line, event);
    return 'event';
  };
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Finds the first of the paths. A name that holds dots itself (`url.path`, flat) counts as well. */
function lookupOf(paths: readonly string[]): Lookup {
  const steps = paths.map((path) => ({ path, parts: path.split('.') }));
  return (line) => {
    for (const { path, parts } of steps) {
      const found = own(line, path) ?? parts.reduce<unknown>(own, line);
      if (found !== undefined && found !== null) return found;
    }
    return undefined;
  };
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** What a list or a group would be as text is chance, and some cannot be made text at all: they say nothing. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function statusOf(value: unknown): number {
  const text = scalarText(value);
  return /^\d{3}$/.test(text) ? Number(text) : -1;
}

function firstLatency(
  latencies: readonly { readonly find: Lookup; readonly unit: number }[],
  line: object,
): number {
  for (const { find, unit } of latencies) {
    const found = find(line);
    if (found !== undefined) return latencyOf(found, unit);
  }
  return -1;
}

/** Microseconds, rounded up; -1 when there is none, -2 when it is no duration. */
function latencyOf(value: unknown, unit: number): number {
  if (value === '' || value === '-') return -1;
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0)) return -2;
  // In whole nanoseconds first: 0.3 s is a little more than 300,000 µs in binary.
  return Math.ceil(Math.round(number * unit * 1000) / 1000);
}

function writeTexts(
  texts: readonly { readonly field: (typeof textFields)[number]; readonly find: Lookup }[],
  line: object,
  event: LogEvent,
): void {
  clearFields(event);
  const found = texts.map(({ field, find }) => ({
    field,
    text: Buffer.from(textOf(field, find(line))),
  }));
  event.bytes = Buffer.concat(found.map(({ text }) => text));
  let at = 0;
  for (const { field, text } of found) {
    setField(event, field, at, at + text.length);
    at += text.length;
  }
}

function textOf(field: string, value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return field === 'path' ? (/^(?:https?:\/\/[^/?#]*)?([^?#]*)/.exec(text)?.[1] ?? '') : text;
}
