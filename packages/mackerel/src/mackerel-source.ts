import {
  type Asking,
  alarmMinutes,
  endedSpan,
  type MinuteSource,
  msPerMinute,
} from '@sekisho/core/sources';
import { type AlertMeaning, alertStretches } from './alert-stretches.ts';
import { readAlerts } from './read-alerts.ts';

const DAY_MS = 86_400_000;

export interface MackerelSourceOptions {
  /** Sent in a header, never logged. One that only reads is enough. */
  readonly apiKey: string;
  /** Monitors whose alerts count: those that mean that users suffer. */
  readonly monitorIds: readonly string[];
  /** Since when the monitors watch (milliseconds since 1970); before, nothing is measured. */
  readonly watchedSince: number;
  /** Statuses of open alerts that are bad. Default `CRITICAL` and `WARNING`. */
  readonly badStatuses?: readonly string[];
  /** How many days an alert may have been open and still be found once it is closed. Default 31. */
  readonly longestAlertDays?: number;
  /** Default `https://api.mackerelio.com/`. */
  readonly url?: string;
  /** Milliseconds for one request. Default 30,000. */
  readonly timeoutMs?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}

/**
 * A time SLI from Mackerel's alerts: a minute is bad while any alert of the monitors was open.
 *
 * An open alert of status UNKNOWN makes its time unmeasured. A closed alert no longer says how grave it
 * was, and counts as bad.
 */
export function createMackerelSource(options: MackerelSourceOptions): MinuteSource {
  const monitors = new Set(options.monitorIds);
  const bad = new Set(options.badStatuses ?? ['CRITICAL', 'WARNING']);
  const meaningOf = (status: string): AlertMeaning =>
    bad.has(status) ? 'bad' : status === 'UNKNOWN' ? 'unmeasured' : 'good';
  return {
    read: async (asked, { signal } = {}) => {
      const now = options.now();
      const span = endedSpan(asked, now);
      const from = Math.max(span.from * msPerMinute, options.watchedSince);
      const to = span.to * msPerMinute;
      if (from >= to) return [];
      const url = new URL(options.url ?? 'https://api.mackerelio.com/');
      const request = { url, apiKey: options.apiKey, asking: askingOf(options, signal) };
      const oldest = from - (options.longestAlertDays ?? 31) * DAY_MS;
      // Open ones apart: however long ago they were opened, they are found.
      const open = await readAlerts(request, false, Number.NEGATIVE_INFINITY);
      const all = await readAlerts(request, true, oldest);
      // An alert in both may have been closed in between: the later word counts.
      const byId = new Map([...open, ...all].map((alert) => [alert.id, alert]));
      const ours = [...byId.values()].filter(({ monitorId = '' }) => monitors.has(monitorId));
      return alarmMinutes(alertStretches(ours, meaningOf, from, to), span);
    },
  };
}

function askingOf(options: MackerelSourceOptions, signal: AbortSignal | undefined): Asking {
  return {
    fetch: options.fetch ?? fetch,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxBytes: 4 * 1024 * 1024,
    ...(signal === undefined ? {} : { signal }),
  };
}
