import type { LogFormat } from '../formats/log-format.ts';
import { createLineSplitter, type LineSplitter } from '../lines/line-splitter.ts';
import {
  createLogEvent,
  type LogEvent,
  type Reason,
  slots,
  type TextField,
} from '../lines/log-event.ts';

const longestLine = 16 * 1024 * 1024;
const mostPaths = 1000;

/** How the requests of one path went. */
export interface PathCounts {
  readonly path: string;
  readonly events: number;
  /** Status 500 and above. */
  readonly failed: number;
}

/** What a log can say of requests, whatever is made of it. */
export interface LogSurveyed {
  /** Lines that are not blank, and no directives. */
  readonly lines: number;
  readonly unparsed: readonly { readonly reason: Reason; readonly count: number }[];
  /** Events of each status that was seen. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Events that tell how long they took, and those of them that write it in whole seconds. */
  readonly timed: number;
  readonly wholeSeconds: number;
  /** First and last minute since 1970; null without an event. */
  readonly from: number | null;
  readonly to: number | null;
  /** The paths that came first, by how often they came; others are not kept. */
  readonly paths: readonly PathCounts[];
  /** Events whose agent or path says that a machine asks whether the process lives. */
  readonly health: number;
  /** The share of events that a field says is kept; 1 when none says so. */
  readonly sampled: number;
}

export interface LogSurveyOptions {
  readonly format: LogFormat;
  readonly isHealthPath: (path: string) => boolean;
}

/** Reads streams of log lines for what they could tell; its memory does not grow with the input. */
export interface LogSurvey {
  /** Begins another file: what one file's header says is not true of the next. */
  begin(): LineSplitter;
  told(): LogSurveyed;
}

const healthAgent =
  /ELB-HealthChecker|kube-probe|GoogleHC|Consul Health Check|Amazon-Route53-Health/i;
const sampleRate =
  /"?\b(?:sample_?rate|sampling_?rate|sampled_?rate)"?\s*[:=]\s*"?(\d+(?:\.\d+)?)/i;

/** @see LogSurvey */
export function createLogSurvey({ format, isHealthPath }: LogSurveyOptions): LogSurvey {
  const needs = { latency: true, fields: new Set<TextField>(['path', 'agent']) };
  let read = format.createReader(needs);
  const event = createLogEvent();
  const unparsed = new Map<Reason, number>();
  const statuses = new Map<number, number>();
  const paths = new Map<string, { events: number; failed: number; isHealth: boolean }>();
  let [lines, timed, wholeSeconds, health, sampled] = [0, 0, 0, 0, 1];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  function visit(bytes: Buffer, begin: number, end: number): void {
    const last = bytes[end - 1] === 13 && end > begin ? end - 1 : end;
    if (bytes.toString('latin1', begin, Math.min(last, begin + 64)).trim() === '') return;
    const outcome = end - begin >= longestLine ? 'too-long' : read(bytes, begin, last, event);
    if (outcome === 'directive') return;
    lines += 1;
    if (outcome !== 'event') {
      unparsed.set(outcome, (unparsed.get(outcome) ?? 0) + 1);
      return;
    }
    if (lines <= 100) sampled = Math.min(sampled, rateOf(bytes.toString('latin1', begin, last)));
    add();
    if (isWhole(event) && !isWrittenFine(event.latency, bytes, begin, last)) wholeSeconds += 1;
  }

  function add(): void {
    statuses.set(event.status, (statuses.get(event.status) ?? 0) + 1);
    from = Math.min(from, event.minute);
    to = Math.max(to, event.minute);
    if (event.latency >= 0) timed += 1;
    const path = textOf(event, 'path');
    let counts = paths.get(path);
    if (counts === undefined) {
      counts = { events: 0, failed: 0, isHealth: isHealthPath(path) };
      if (paths.size < mostPaths) paths.set(path, counts);
    }
    counts.events += 1;
    if (event.status >= 500) counts.failed += 1;
    if (counts.isHealth || healthAgent.test(textOf(event, 'agent'))) health += 1;
  }

  return {
    begin() {
      read = format.createReader(needs);
      return createLineSplitter(longestLine, visit);
    },
    told() {
      const known = [...paths].map(([path, { events, failed }]) => ({ path, events, failed }));
      return {
        lines,
        unparsed: [...unparsed].map(([reason, count]) => ({ reason, count })),
        statuses,
        timed,
        wholeSeconds,
        from: Number.isFinite(from) ? from : null,
        to: Number.isFinite(to) ? to : null,
        paths: known.toSorted((a, b) => b.events - a.events),
        health,
        sampled,
      };
    },
  };
}

function isWhole({ latency }: LogEvent): boolean {
  return latency >= 0 && latency % 1_000_000 === 0;
}

/** Whether whole seconds are written with the digits of parts of a second: `0.000`, as nginx does. */
function isWrittenFine(latency: number, bytes: Buffer, begin: number, last: number): boolean {
  const line = bytes.toString('latin1', begin, last);
  const fine = line.matchAll(/(?<![\d./])(\d{1,6})\.0+(?![\d.])/g);
  return [...fine].some(([, seconds]) => Number(seconds) * 1_000_000 === latency);
}

function textOf({ bytes, from, to }: LogEvent, field: TextField): string {
  const slot = slots[field];
  return bytes.toString('utf8', from[slot] ?? 0, Math.min(to[slot] ?? 0, (from[slot] ?? 0) + 200));
}

/** The share of events that are kept: `0.1` and `10` (one of ten) both say a tenth. */
function rateOf(line: string): number {
  const rate = Number(sampleRate.exec(line)?.[1] ?? 1);
  if (!(rate > 0)) return 1;
  return rate > 1 ? 1 / rate : rate;
}
