import { findByte } from '../lines/find-byte.ts';
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
import { digitsAt } from '../time/digits.ts';
import { decimalOf } from './decimal.ts';
import { type FieldMap, latencyUnits, type MappedField } from './field-map.ts';
import type { LogFormat } from './log-format.ts';

const tab = 9;
const colon = 58;

/** The labels that ltsv.org recommends, and common others. Its `host` is the client's. */
export const ltsvFields: FieldMap = {
  names: {
    time: ['time', 'timestamp', 'datetime'],
    status: ['status'],
    latency: ['reqtime', 'request_time', 'taken_sec', 'latency'],
    method: ['method'],
    path: ['uri', 'path', 'request_uri'],
    host: ['vhost'],
    client: ['host', 'remote_addr'],
    agent: ['ua'],
  },
  latencyUnit: 's',
};

/**
 * Labeled tab-separated values: `label:value` parted by tabs, in any order.
 * Source: ltsv.org, "Labels for Web server's Log".
 */
export function ltsvWith(map: FieldMap): LogFormat {
  return { name: 'ltsv', fields: map, createReader: (needs) => createReader(map, needs) };
}

interface Label {
  readonly name: Buffer;
  readonly field: MappedField;
}

function createReader({ names, latencyUnit }: FieldMap, needs: Needs) {
  const wanted: readonly MappedField[] = [
    'time',
    'status',
    ...(needs.latency ? (['latency'] as const) : []),
    ...textFields.filter((field) => needs.fields.has(field)),
  ];
  const labels: readonly Label[] = wanted.flatMap((field) =>
    names[field].map((name) => ({ name: Buffer.from(name), field })),
  );
  const clock = createAnyClock();

  return (bytes: Buffer, from: number, to: number, event: LogEvent): Outcome => {
    clearFields(event);
    event.bytes = bytes;
    event.minute = noMinute;
    event.status = -1;
    event.latency = -1;
    let labelled = false;
    for (let start = from; start < to; ) {
      const end = findByte(bytes, tab, start, to);
      const cut = findByte(bytes, colon, start, end);
      if (cut < end) {
        labelled = true;
        const field = fieldOf(labels, bytes, start, cut);
        if (field === 'time') event.minute = clock(bytes, cut + 1, end);
        else if (field === 'status')
          event.status = end - cut === 4 ? digitsAt(bytes, cut + 1, 3) : -1;
        else if (field === 'latency') {
          event.latency = decimalOf(bytes, cut + 1, end, latencyUnits[latencyUnit]);
          if (event.latency < -1) return 'latency';
        } else if (field === 'path')
          setField(event, 'path', cut + 1, queryStart(bytes, cut + 1, end));
        else if (field !== null) setField(event, field, cut + 1, end);
      }
      start = end + 1;
    }
    if (!labelled) return 'fields';
    if (event.minute === noMinute) return 'time';
    return event.status < 0 ? 'status' : 'event';
  };
}

function queryStart(bytes: Buffer, from: number, to: number): number {
  return findByte(bytes, 63, from, to);
}

function fieldOf(
  labels: readonly Label[],
  bytes: Buffer,
  from: number,
  to: number,
): MappedField | null {
  for (const { name, field } of labels) {
    if (name.length === to - from && name.compare(bytes, from, to) === 0) return field;
  }
  return null;
}
