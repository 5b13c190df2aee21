import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { Tried } from './cloud.ts';
import { type AccountExam, letsIn, unread } from './exam.ts';

/** Looks at the role that dead-man's switches act with: whether it is there, and for EventBridge Scheduler. */
export async function scheduleRole(exam: AccountExam): Promise<Finding> {
  const { cloud, scope, subject, scheduleRole: role } = exam;
  const seen = await orCloudError(cloud.role(scope, role));
  if (seen instanceof CloudError) return unread('schedule-role', subject, seen);
  if (seen === null) return found('schedule-role', 'missing', subject, { role });
  const trusted = letsIn(seen, 'scheduler');
  return found('schedule-role', trusted ? 'good' : 'untrusted', subject, { role });
}

/** Looks at whether a switch that fires could end a server: its document, and what its role may do. */
export async function deadMansSwitch(exam: AccountExam): Promise<Finding> {
  const { cloud, scope, subject, scheduleRole: role, installation } = exam;
  const code = 'dead-mans-switch';
  const trial = { installation, scheduleRole: role };
  const seen = await orCloudError(cloud.deadMansSwitch(scope, trial));
  if (seen instanceof CloudError) return unread(code, subject, seen);
  const { document, found: isThere, tried } = seen;
  if (!isThere) return found(code, 'no-document', subject, { document });
  const those = (outcome: Tried['outcome']) => tried.filter((one) => one.outcome === outcome);
  const [denied, unsure] = [those('denied'), those('unsure')];
  const actions = (some: readonly Tried[]) =>
    [...new Set(some.map(({ action }) => action))].join(', ');
  if (denied.length > 0) return found(code, 'denied', subject, { role, actions: actions(denied) });
  if (unsure.length > 0) {
    const keys = [...new Set(unsure.map(({ detail }) => detail))].join(', ');
    return found(code, 'unsure', subject, { role, actions: actions(unsure), keys });
  }
  const isWhole = tried.every(({ outcome }) => outcome === 'simulated');
  return found(code, isWhole ? 'good' : 'untried', subject, { role, document });
}
