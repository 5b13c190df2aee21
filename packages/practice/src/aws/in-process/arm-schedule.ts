import { CloudError } from '@sekisho/core/cloud';
import { parseAt } from '../scheduler/expression.ts';
import type { ScheduleInput } from '../scheduler/input.ts';
import { unlessGone } from './instance-verbs.ts';
import type { Send, Target } from './send.ts';

/** Times that have passed are refused, and a schedule keeps to the minute: nothing sooner can be asked. */
const soonestMs = 60_000;

/** A one-time schedule: its name, when it fires (ISO 8601), and what it calls. */
export interface OneTimeOrder {
  readonly name: string;
  readonly at: string;
  /** E.g. `ssm:startAutomationExecution`. */
  readonly action: string;
  readonly role: string;
  readonly input: unknown;
}

/**
 * Makes a one-time schedule or moves it. As on AWS, a time that has passed or is nearer than a minute
 * becomes one minute from now, and a schedule that fires by then anyway is left alone.
 */
export function armSchedule(
  send: Send,
  now: () => number,
  scope: Target,
  order: OneTimeOrder,
): void {
  const at = Date.parse(order.at);
  if (Number.isNaN(at)) throw new CloudError('invalid', 'InvalidTime', order.at);
  const soonest = now() + soonestMs;
  const standing = at < soonest ? firesAt(send, scope, order.name) : null;
  if (standing !== null && standing <= soonest) return;
  put(send, scope, scheduleInput(scope, order, Math.max(at, soonest)));
}

/** Removes it; one that is gone already is no error. */
export function disarmSchedule(send: Send, scope: Target, name: string): void {
  unlessGone(() => send(scope, 'DeleteSchedule', { Name: name }));
}

/** When it fires (ISO 8601), or null when there is none. */
export function armedFor(send: Send, scope: Target, name: string): string | null {
  const at = firesAt(send, scope, name);
  return at === null ? null : new Date(at).toISOString();
}

function put(send: Send, scope: Target, input: ScheduleInput): void {
  try {
    send(scope, 'CreateSchedule', input);
  } catch (error) {
    if (!(error instanceof CloudError && error.vendorCode === 'ConflictException')) throw error;
    send(scope, 'UpdateSchedule', input);
  }
}

function firesAt(send: Send, scope: Target, name: string): number | null {
  try {
    const found = send(scope, 'GetSchedule', { Name: name });
    return parseAt(found.ScheduleExpression, found.ScheduleExpressionTimezone);
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}

function scheduleInput({ account }: Target, order: OneTimeOrder, at: number): ScheduleInput {
  return {
    Name: order.name,
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: `arn:aws:scheduler:::aws-sdk:${order.action}`,
      RoleArn: `arn:aws:iam::${account}:role/${order.role}`,
      Input: JSON.stringify(order.input),
    },
  };
}
