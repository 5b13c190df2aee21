import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
import type { Schedule } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';
import { draftSchedule } from './draft.ts';
import { deleteInput, key, listInput, putInput, type ScheduleInput } from './input.ts';

/** `CreateSchedule`: a repeated token answers again. Errors: `ConflictException`, `ValidationException`, `ResourceNotFoundException`. */
export const createSchedule = operation({
  service: 'scheduler',
  input: putInput,
  run: (moment, asked: ScheduleInput) => {
    const drafted = draftSchedule(moment, asked, null);
    const present = find(moment, asked.GroupName, asked.Name);
    if (present !== undefined) {
      const repeated =
        asked.ClientToken !== undefined &&
        present.clientToken === asked.ClientToken &&
        present.parameters === drafted.parameters;
      if (repeated) return { ScheduleArn: arnOf(present) };
      throw new Refusal('ConflictException', `Schedule ${asked.Name} already exists.`, 409);
    }
    moment.world.schedules.put(keyOf(drafted), drafted);
    return { ScheduleArn: arnOf(drafted) };
  },
});

/** `UpdateSchedule`: what is left out falls back to its default. Errors: `ResourceNotFoundException`, `ValidationException`. */
export const updateSchedule = operation({
  service: 'scheduler',
  input: putInput,
  run: (moment, asked: ScheduleInput) => {
    const present = need(moment, asked.GroupName, asked.Name);
    const drafted = draftSchedule(moment, asked, present);
    moment.world.schedules.put(keyOf(drafted), drafted);
    return { ScheduleArn: arnOf(drafted) };
  },
});

/** `GetSchedule`. Errors: `ResourceNotFoundException`. */
export const getSchedule = operation({
  service: 'scheduler',
  input: z.strictObject(key),
  run: (moment, asked) => {
    const schedule = need(moment, asked.GroupName, asked.Name);
    return {
      ...summary(schedule),
      ActionAfterCompletion: schedule.afterCompletion,
      Description: schedule.description ?? undefined,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: schedule.expression,
      ScheduleExpressionTimezone: schedule.timezone,
      Target: schedule.target,
    };
  },
});

/** `DeleteSchedule`. Errors: `ResourceNotFoundException`. */
export const deleteSchedule = operation({
  service: 'scheduler',
  input: deleteInput,
  run: (moment, asked) => {
    moment.world.schedules.drop(keyOf(need(moment, asked.GroupName, asked.Name)));
    return {};
  },
});

/** `ListSchedules` by group, prefix and state; pages of 1 to 100. */
export const listSchedules = operation({
  service: 'scheduler',
  input: listInput,
  run: (moment, asked) => {
    const found = [...moment.world.schedules.values()].filter(
      (schedule) =>
        placeKey(schedule) === placeKey(moment) &&
        schedule.name.startsWith(asked.NamePrefix ?? '') &&
        schedule.group === (asked.ScheduleGroup ?? schedule.group) &&
        schedule.state === (asked.State ?? schedule.state),
    );
    const { items, nextToken } = pageOf(found, ({ group, name }) => `${group}/${name}`, asked, {
      least: 1,
      most: 100,
      usual: 100,
      errorCode: 'ValidationException',
      tokenErrorCode: 'ValidationException',
    });
    const Schedules = items.map((each) => ({
      ...summary(each),
      Target: { Arn: each.target.Arn },
    }));
    return { Schedules, NextToken: nextToken ?? undefined };
  },
});

/** Where a schedule is kept. */
export function keyOf(schedule: Pick<Schedule, 'account' | 'region' | 'group' | 'name'>): string {
  return `${placeKey(schedule)}/${schedule.group}/${schedule.name}`;
}

function find(moment: Moment, group: string | undefined, name: string): Schedule | undefined {
  return moment.world.schedules.get(`${placeKey(moment)}/${group ?? 'default'}/${name}`);
}

function need(moment: Moment, group: string | undefined, name: string): Schedule {
  const schedule = find(moment, group, name);
  if (schedule !== undefined) return schedule;
  throw new Refusal('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
}

function summary(schedule: Schedule) {
  return {
    Arn: arnOf(schedule),
    Name: schedule.name,
    GroupName: schedule.group,
    State: schedule.state,
    CreationDate: new Date(schedule.createdAt),
    LastModificationDate: new Date(schedule.modifiedAt),
  };
}

function arnOf({ account, region, group, name }: Schedule): string {
  return `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;
}
