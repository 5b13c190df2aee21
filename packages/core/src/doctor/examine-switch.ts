import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';

import { type AccountExam, letsIn, unread } from './exam.ts';
import { judgeTried } from './judge-tried.ts';

/**
 * Looks at a role that schedules act with: whether it is there, and for EventBridge Scheduler.
 * @param code whose schedules: dead-man's switches, or removals of access
 */
export async function scheduleRole(
  { cloud, scope, subject, scheduleRole: role }: ScheduleExam,
  code: 'schedule-role' | 'removal-role',
): Promise<Finding> {
  const seen = await orCloudError(cloud.role(scope, role));
  if (seen instanceof CloudError) return unread(code, subject, seen);
  if (seen === null) return found(code, 'missing', subject, { role });
  return found(code, letsIn(seen, 'scheduler') ? 'good' : 'untrusted', subject, { role });
}

type ScheduleExam = Pick<AccountExam, 'cloud' | 'scope' | 'subject' | 'scheduleRole'>;

/** Looks at whether a switch that fires could end a server: its document, and what its role may do. */
export async function deadMansSwitch(exam: AccountExam): Promise<Finding> {
  const { cloud, scope, subject, scheduleRole: role, installation } = exam;
  const code = 'dead-mans-switch';
  const trial = { installation, scheduleRole: role };
  const seen = await orCloudError(cloud.deadMansSwitch(scope, trial));
  if (seen instanceof CloudError) return unread(code, subject, seen);
  const { document, found: isThere, tried } = seen;
  if (!isThere) return found(code, 'no-document', subject, { document });
  const verdict = judgeTried(tried);
  switch (verdict.outcome) {
    case 'denied':
      return found(code, 'denied', subject, { role, actions: verdict.actions });
    case 'unsure':
      return found(code, 'unsure', subject, { role, actions: verdict.actions, keys: verdict.keys });
    case 'unread':
      return found(code, 'unread', subject, { detail: verdict.detail });
    case 'no-role':
      return found(code, 'blocked', subject, { by: 'schedule-role' });
    case 'untried':
      return found(code, 'untried', subject, { role, document });
    case 'granted':
      return found(code, 'good', subject, { role, document });
  }
}
