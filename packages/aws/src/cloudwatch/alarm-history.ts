import {
  type CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
} from '@aws-sdk/client-cloudwatch';
import { SourceError } from '@sekisho/core/sources';
import { z } from 'zod';
import { type Asking, askSource } from '../sources/ask-source.ts';

export const actions = ['cloudwatch:DescribeAlarmHistory', 'cloudwatch:DescribeAlarms'] as const;

/** Without it only metric alarms are answered for. */
const AlarmTypes = ['MetricAlarm' as const, 'CompositeAlarm' as const];

/** From `at` (milliseconds since 1970) on the alarm said `to`; until then, `from`, where that is known. */
export interface StateChange {
  readonly at: number;
  readonly from: string | null;
  readonly to: string;
}

const history = z.object({
  AlarmHistoryItems: z
    .array(z.object({ Timestamp: z.date(), HistoryData: z.string().optional() }))
    .optional(),
  NextToken: z.string().optional(),
});

/** Source: "describe-alarm-history" examples of the AWS command line: a JSON text, version 1.0. */
const historyData = z.object({
  oldState: z.object({ stateValue: z.string() }).optional(),
  newState: z.object({ stateValue: z.string() }),
});

const alarm = z.object({
  StateValue: z.string(),
  StateTransitionedTimestamp: z.date().optional(),
  StateUpdatedTimestamp: z.date().optional(),
});
const described = z.object({
  MetricAlarms: z.array(alarm).optional(),
  CompositeAlarms: z.array(alarm).optional(),
});

/** Every change that CloudWatch still remembers, in order of time. @throws {SourceError} */
export async function stateChanges(
  client: CloudWatchClient,
  asking: Asking,
  AlarmName: string,
): Promise<readonly StateChange[]> {
  const changes: StateChange[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const command = new DescribeAlarmHistoryCommand({
      ...{ AlarmName, AlarmTypes, HistoryItemType: 'StateUpdate', MaxRecords: 100 },
      ScanBy: 'TimestampAscending',
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await askSource(asking, history, (send) => client.send(command, send));
    for (const { Timestamp, HistoryData = '' } of page.AlarmHistoryItems ?? [])
      changes.push(changeOf(Timestamp, HistoryData));
    token = page.NextToken || undefined;
    if (token !== undefined && seen.has(token))
      throw new SourceError('bad-answer', 'CloudWatch gave the same page of an alarm twice');
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return changes.sort((a, b) => a.at - b.at);
}

/** What the alarm says now and since when; null when there is no such alarm. @throws {SourceError} */
export async function presentState(
  client: CloudWatchClient,
  asking: Asking,
  name: string,
): Promise<StateChange | null> {
  const command = new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes });
  const answer = await askSource(asking, described, (send) => client.send(command, send));
  const found = answer.MetricAlarms?.[0] ?? answer.CompositeAlarms?.[0];
  const since = found?.StateTransitionedTimestamp ?? found?.StateUpdatedTimestamp;
  if (found === undefined || since === undefined) return null;
  return { at: since.getTime(), from: null, to: found.StateValue };
}

function changeOf(time: Date, data: string): StateChange {
  try {
    const { oldState, newState } = historyData.parse(JSON.parse(data));
    return { at: time.getTime(), from: oldState?.stateValue ?? null, to: newState.stateValue };
  } catch (error) {
    const message = 'CloudWatch tells of a change of the alarm in an unknown form';
    throw new SourceError('bad-answer', message, { cause: error });
  }
}
