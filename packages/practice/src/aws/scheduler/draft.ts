import type { Moment } from '../operation.ts';
import type { Schedule } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { parseAt } from './expression.ts';
import type { ScheduleInput } from './input.ts';
import { readTarget } from './targets.ts';

/** The schedule that an input describes, replacing `present` when there is one. */
export function draftSchedule(
  moment: Moment,
  asked: ScheduleInput,
  present: Schedule | null,
): Schedule {
  const group = asked.GroupName ?? 'default';
  if (group !== 'default') {
    throw new Refusal('ResourceNotFoundException', `Schedule group ${group} does not exist.`, 404);
  }
  readTarget(asked.Target);
  const timezone = asked.ScheduleExpressionTimezone ?? 'UTC';
  const at = parseAt(asked.ScheduleExpression, timezone);
  if (at <= moment.now) {
    const message = `Invalid Schedule Expression ${asked.ScheduleExpression}: the time has passed.`;
    throw new Refusal('ValidationException', message);
  }
  const { ClientToken, ...parameters } = asked;
  return {
    account: moment.account,
    region: moment.region,
    name: asked.Name,
    group,
    expression: asked.ScheduleExpression,
    timezone,
    description: asked.Description ?? null,
    state: asked.State ?? 'ENABLED',
    target: asked.Target,
    afterCompletion: asked.ActionAfterCompletion ?? 'NONE',
    clientToken: ClientToken ?? null,
    parameters: JSON.stringify(parameters),
    createdAt: present?.createdAt ?? moment.now,
    modifiedAt: moment.now,
    dueAt: at + moment.world.timing.scheduleLagMs,
    firedAt: null,
  };
}
