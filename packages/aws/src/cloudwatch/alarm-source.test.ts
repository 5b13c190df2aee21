import { afterEach, describe, expect, it } from 'vitest';
import { json, jsonError, startScriptedAws } from '../../test/judges/scripted-aws.ts';
import { createCloudWatchAlarmSource } from './alarm-source.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const BEGIN = Date.UTC(2026, 9, 4, 12, 0);
const first = BEGIN / 60_000;
const span = { from: first, to: first + 10 };

interface World {
  /** Seconds since the span's beginning, what it said before, what since. */
  readonly changes: readonly (readonly [number, string, string])[];
  readonly present?: readonly [number, string];
  readonly now?: number;
}

const seconds = (at: number) => BEGIN / 1000 + at;

/** A CloudWatch with one alarm, whose history comes in pages of two. */
async function facing({ changes, present, now = 3600 }: World) {
  const aws = await startScriptedAws(({ name, body }) => {
    const request = JSON.parse(body) as Record<string, unknown>;
    if (name === 'DescribeAlarms') {
      const alarm = present && {
        AlarmName: 'a',
        StateValue: present[1],
        StateTransitionedTimestamp: seconds(present[0]),
      };
      return json(200, { MetricAlarms: alarm === undefined ? [] : [alarm] });
    }
    const from = Number(request['NextToken'] ?? 0);
    const page = changes.slice(from, from + 2).map(([at, old, said]) => ({
      Timestamp: seconds(at),
      HistoryItemType: 'StateUpdate',
      HistoryData: JSON.stringify({
        version: '1.0',
        oldState: { stateValue: old },
        newState: { stateValue: said, stateReason: 'Threshold Crossed' },
      }),
    }));
    const more = from + 2 < changes.length ? { NextToken: String(from + 2) } : {};
    return json(200, { AlarmHistoryItems: page, ...more });
  });
  const source = createCloudWatchAlarmSource({
    ...{ region: 'ap-northeast-1', endpoint: aws.endpoint, alarmName: 'a' },
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    now: () => BEGIN + now * 1000,
  });
  open.push(source, aws);
  return { source, calls: aws.calls };
}

const read = async (world: World) =>
  (await (await facing(world)).source.read(span)).map(({ minute, good, bad, measured }) => [
    minute - first,
    good,
    bad,
    measured,
  ]);

describe('minutes of an alarm', () => {
  it('are bad while it is raised, good while it is not, and unmeasured without data', async () => {
    const minutes = await read({
      changes: [
        [60, 'INSUFFICIENT_DATA', 'OK'],
        [150, 'OK', 'ALARM'],
        [240, 'ALARM', 'OK'],
        [330, 'OK', 'INSUFFICIENT_DATA'],
        [480, 'INSUFFICIENT_DATA', 'OK'],
      ],
      present: [480, 'OK'],
    });
    expect(minutes).toEqual([
      [1, 1, 0, 60_000],
      [2, 0, 1, 60_000],
      [3, 0, 1, 60_000],
      [4, 1, 0, 60_000],
      [5, 1, 0, 30_000],
      [8, 1, 0, 60_000],
      [9, 1, 0, 60_000],
    ]);
  });

  it('are known of a quiet alarm, though its last change is forgotten', async () => {
    const minutes = await read({ changes: [], present: [-9_000_000, 'OK'] });
    expect(minutes).toHaveLength(10);
    expect(minutes.every(([, good]) => good === 1)).toBe(true);
  });

  it('are not measured before what is still remembered', async () => {
    const minutes = await read({ changes: [[300, 'OK', 'ALARM']], present: [300, 'ALARM'] });
    expect(minutes.map(([minute]) => minute)).toEqual([5, 6, 7, 8, 9]);
  });

  it('are not measured where a change is missing in between', async () => {
    const changes = [
      [0, 'ALARM', 'OK'],
      [180, 'ALARM', 'OK'],
    ] as const;
    const minutes = await read({ changes, present: [180, 'OK'] });
    expect(minutes.map(([minute]) => minute)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('are not measured after the last change of an alarm that was removed', async () => {
    const minutes = await read({
      changes: [
        [0, 'ALARM', 'OK'],
        [120, 'OK', 'ALARM'],
      ],
    });
    expect(minutes.map(([minute]) => minute)).toEqual([0, 1]);
  });

  it('are those that have ended', async () => {
    const minutes = await read({ changes: [[0, 'OK', 'ALARM']], present: [0, 'ALARM'], now: 150 });
    expect(minutes.map(([minute, , bad]) => [minute, bad])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('ask for composite alarms too', async () => {
    const { source, calls } = await facing({ changes: [], present: [0, 'OK'] });
    await source.read(span);
    const types = calls.map(({ body }) => (JSON.parse(body) as { AlarmTypes: unknown }).AlarmTypes);
    expect(types).toEqual([
      ['MetricAlarm', 'CompositeAlarm'],
      ['MetricAlarm', 'CompositeAlarm'],
    ]);
  });

  it('are refused of an alarm that never was', async () => {
    const { source } = await facing({ changes: [] });
    await expect(source.read(span)).rejects.toMatchObject({ code: 'refused' });
  });

  it.each([
    [json(200, { AlarmHistoryItems: [{ Timestamp: 1, HistoryData: '{}' }] }), 'bad-answer'],
    [json(200, { AlarmHistoryItems: [{ Timestamp: 1, HistoryData: 'moved' }] }), 'bad-answer'],
    [json(200, { AlarmHistoryItems: [], NextToken: 'again' }), 'bad-answer'],
    [jsonError(403, 'AccessDenied'), 'denied'],
  ])('fail as %#', async (answer, code) => {
    const aws = await startScriptedAws(() => answer);
    const source = createCloudWatchAlarmSource({
      ...{ region: 'ap-northeast-1', endpoint: aws.endpoint, alarmName: 'a', now: () => BEGIN },
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    });
    open.push(source, aws);
    await expect(source.read(span)).rejects.toMatchObject({ name: 'SourceError', code });
  });
});
