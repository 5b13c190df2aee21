import type { LaunchTrial, Tried } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { arnsOf } from './arns.ts';
import { type Question, simulate } from './simulate.ts';

/**
 * Asks IAM about what AWS cannot be asked without doing it, and about what there was no server to try on.
 * Without a role of its own nothing is known of whose policies count.
 */
export async function simulateOwn(
  at: Connection,
  { installation, scheduleRole }: LaunchTrial,
  { group, schedule, instance }: Readonly<Record<'group' | 'schedule' | 'instance', string>>,
): Promise<readonly Tried[]> {
  const { roleArn } = at.scope;
  if (roleArn === undefined) return [];
  const { here, role } = arnsOf(at.scope);
  const ours = { 'aws:ResourceTag/sekisho:installation': installation };
  const marking = {
    'aws:TagKeys': ['sekisho:holder'],
    'aws:RequestTag/sekisho:holder': 'sekisho-doctor',
  };
  const server = here('ec2', `instance/${instance}`);
  const ending = ['ec2:RebootInstances', 'ec2:StopInstances', 'ec2:TerminateInstances'];
  const arming = [
    'scheduler:CreateSchedule',
    'scheduler:DeleteSchedule',
    'scheduler:UpdateSchedule',
  ];
  const questions: readonly Question[] = [
    { names: arming, resources: [here('scheduler', `schedule/${group}/${schedule}`)] },
    { names: ['ssm:TerminateSession'], resources: [here('ssm', 'session/sekisho-doctor')] },
    {
      names: ['iam:PassRole (scheduler role)'],
      resources: [role(scheduleRole)],
      context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    },
    { names: ending, resources: [server], context: ours },
    {
      names: ['ec2:CreateTags (own server)'],
      resources: [server],
      context: { ...ours, ...marking },
    },
  ];
  return simulate(at, roleArn, questions);
}
