import { describe, expect, it } from 'vitest';
import { createBench, start, tagged } from '../testing/bench.ts';
import type { ScheduleInput } from './input.ts';

const document = {
  DocumentName: 'AWS-TerminateEC2Instance',
  TargetParameterName: 'InstanceId',
  Targets: [{ Key: 'tag:sekisho:lease', Values: ['L1'] }],
};
const input: ScheduleInput = {
  Name: 'switch',
  ClientToken: 'one',
  ScheduleExpression: 'at(2026-05-01T10:00:00)',
  ScheduleExpressionTimezone: 'Asia/Tokyo',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: {
    Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
    RoleArn: 'arn:aws:iam::222222222222:role/switch',
    Input: JSON.stringify(document),
  },
};
const hour = 3_600_000;

describe('a schedule', () => {
  it('ends what bears the tag when its time comes in its zone, and nothing else', () => {
    const bench = createBench();
    bench.launch(tagged({ 'sekisho:lease': 'L1' }));
    bench.launch(tagged({ 'sekisho:lease': 'L2' }));
    bench.call('CreateSchedule', input);
    bench.now = start + hour - 1;
    expect(bench.states().sort()).toEqual(['running', 'running']);
    bench.now = start + hour;
    expect(bench.states().sort()).toEqual(['running', 'terminated']);
  });

  it('finds an instance that was launched after it was made', () => {
    const bench = createBench();
    bench.call('CreateSchedule', input);
    bench.launch(tagged({ 'sekisho:lease': 'L1' }));
    bench.now = start + hour;
    expect(bench.states()).toEqual(['terminated']);
  });

  it('deletes itself after completion, or stays as it was when it should not', () => {
    const bench = createBench();
    bench.call('CreateSchedule', input);
    bench.call('CreateSchedule', { ...input, Name: 'stays', ActionAfterCompletion: 'NONE' });
    bench.now = start + 2 * hour;
    expect(bench.call('ListSchedules', {}).Schedules.map(({ Name }) => Name)).toEqual(['stays']);
    expect(bench.world.executions.size).toBe(2);
  });

  it('does not fire once it is disabled or deleted', () => {
    const bench = createBench();
    bench.launch(tagged({ 'sekisho:lease': 'L1' }));
    bench.call('CreateSchedule', input);
    bench.call('CreateSchedule', { ...input, Name: 'other' });
    bench.call('UpdateSchedule', { ...input, State: 'DISABLED' });
    bench.call('DeleteSchedule', { Name: 'other' });
    bench.now = start + 2 * hour;
    expect(bench.states()).toEqual(['running']);
  });

  it('moves by an update, and answers with what it is', () => {
    const bench = createBench();
    bench.call('CreateSchedule', input);
    bench.now += 1000;
    const ScheduleExpression = 'at(2026-05-01T12:00:00)';
    bench.call('UpdateSchedule', { ...input, ScheduleExpression });
    expect(bench.call('GetSchedule', { Name: 'switch' })).toMatchObject({
      Arn: 'arn:aws:scheduler:ap-northeast-1:222222222222:schedule/default/switch',
      ScheduleExpression,
      ScheduleExpressionTimezone: 'Asia/Tokyo',
      CreationDate: new Date(start),
      LastModificationDate: new Date(start + 1000),
      Target: input.Target,
    });
  });

  it('is made once: the same token answers again, another conflicts', () => {
    const bench = createBench();
    const { ScheduleArn } = bench.call('CreateSchedule', input);
    expect(bench.call('CreateSchedule', input)).toEqual({ ScheduleArn });
    expect(bench.outcome('CreateSchedule', { ...input, ClientToken: 'two' })).toMatchObject({
      refusal: { code: 'ConflictException', status: 409 },
    });
  });

  it.each(['GetSchedule', 'DeleteSchedule'] as const)(
    'that is not there is not found by %s',
    (operation) => {
      expect(createBench().outcome(operation, { Name: 'none' })).toMatchObject({
        refusal: { code: 'ResourceNotFoundException', status: 404 },
      });
    },
  );

  it.each([
    ['a time that has passed', { ScheduleExpression: 'at(2026-04-30T10:00:00)' }],
    ['a day that does not exist', { ScheduleExpression: 'at(2026-06-31T10:00:00)' }],
    ['an expression that recurs', { ScheduleExpression: 'rate(5 minutes)' }],
    ['a zone that does not exist', { ScheduleExpressionTimezone: 'Asia/Edo' }],
    ['another target', { Target: { ...input.Target, Arn: 'arn:aws:lambda:x' } }],
    ['an input that is no JSON', { Target: { ...input.Target, Input: '{' } }],
  ])('is refused with %s', (_what, change) => {
    expect(createBench().outcome('CreateSchedule', { ...input, ...change })).toMatchObject({
      refusal: { code: 'ValidationException', status: 400 },
    });
  });
});
