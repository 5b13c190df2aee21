import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  type AlarmStretch,
  alarmMinutes,
  endedSpan,
  type MinuteSource,
  SourceError,
} from '@sekisho/core/sources';
import { type AwsSourceOptions, clientConfig, DEFAULT_TIMEOUT_MS } from '../sources/options.ts';
import { presentState, type StateChange, stateChanges } from './alarm-history.ts';
import { cloudWatchFailures } from './failures.ts';

export interface CloudWatchAlarmSourceOptions extends AwsSourceOptions {
  /** A metric alarm or a composite one. */
  readonly alarmName: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * A time SLI from an alarm: a minute is bad when the alarm was raised in it.
 *
 * CloudWatch remembers an alarm's changes for some weeks; of the time before the oldest one it still
 * knows nothing is measured, nor of time with insufficient data.
 */
export function createCloudWatchAlarmSource(
  options: CloudWatchAlarmSourceOptions,
): MinuteSource & { close(): void } {
  const client = new CloudWatchClient(clientConfig(options));
  const { alarmName } = options;
  return {
    read: async (asked, { signal } = {}) => {
      const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      const asking = { codes: cloudWatchFailures, timeoutMs, ...(signal && { signal }) };
      const now = options.now();
      // The present first: a change in between is then in the history.
      const present = await presentState(client, asking, alarmName);
      const changes = await stateChanges(client, asking, alarmName);
      if (present === null && changes.length === 0)
        throw new SourceError('refused', `there is no alarm ${JSON.stringify(alarmName)}`);
      return alarmMinutes(stretchesOf(changes, present, now), endedSpan(asked, now));
    },
    close: () => client.destroy(),
  };
}

/**
 * What the alarm said from each change to the next; nothing where the next one contradicts it, as a
 * change in between is then missing. An alarm that is there says until now what it said last.
 * @param now milliseconds since 1970
 */
export function stretchesOf(
  changes: readonly StateChange[],
  present: StateChange | null,
  now: number,
): readonly AlarmStretch[] {
  const last = changes.at(-1);
  // A quiet alarm has changed longer ago than CloudWatch remembers; what it is now, it was since then.
  const isNews = present !== null && (last === undefined || present.to !== last.to);
  const all = isNews ? [...changes, present].sort((a, b) => a.at - b.at) : changes;
  return all.flatMap(({ at, to }, index) => {
    const next = all[index + 1];
    if (next === undefined && present === null) return [];
    if (next !== undefined && next.from !== null && next.from !== to) return [];
    const state = to === 'OK' ? ('good' as const) : to === 'ALARM' ? ('bad' as const) : null;
    return state === null ? [] : [{ from: at, to: next?.at ?? now, state }];
  });
}
