import { type LaunchTrial, orCloudError, type Tried } from '@sekisho/core/cloud';
import { actions, impliedActions } from '../actions.ts';
import type { Connection } from '../connection.ts';
import { instancesByTag } from '../ec2/instances-by-tag.ts';
import { armedFor } from '../scheduler/read-schedule.ts';
import { agents } from '../ssm/agents.ts';
import { parameters } from '../ssm/parameters.ts';
import { sessions } from '../ssm/sessions.ts';
import { outcomeOf } from './outcome.ts';
import { simulateOwn } from './simulate-own.ts';
import { tryLaunch } from './try-launch.ts';
import { tryOnServer } from './try-on-server.ts';

type Declared = (typeof actions)[number] | (typeof impliedActions)[number];

/** Of nobody: what is asked about it is answered with nothing. */
const nobody = { instance: 'i-00000000000000000', schedule: 'sekisho-doctor' };

/**
 * Tries every action that ops servers' adapter declares, in ways that change nothing: reads are made,
 * EC2's changes are made as dry runs, IAM is asked what policies say to what knows neither, and where it may
 * not be asked that is told of as not tried.
 */
export async function permissions(
  connection: Connection,
  trial: LaunchTrial,
  group: string,
): Promise<readonly Tried[]> {
  const [simulated, ...tried] = await Promise.all([
    simulateOwn(connection, trial, { ...nobody, group }),
    reads(connection, group),
    tryLaunch(connection, trial),
    tryOnServer(connection, trial.installation),
  ]);
  // What was tried is known better than what IAM reckons.
  const done = [...own(connection), ...tried.flat()].filter((one) => one.outcome !== 'no-server');
  const reckoned = simulated.filter(({ outcome }) => outcome !== 'no-dry-run');
  const all = [...tried.flat(), ...reckoned, ...done];
  const known = new Map<string, Tried>(all.map((one) => [one.action, one]));
  const declared: readonly Declared[] = [...new Set([...actions, ...impliedActions])];
  const { roleArn } = connection.scope;
  return declared
    .filter((action) => roleArn !== undefined || action !== 'sts:AssumeRole')
    .flatMap((action) => severally[action] ?? [action])
    .map((action) => known.get(action) ?? { action, outcome: 'no-dry-run', detail: '' });
}

/** Allowed by a statement for each use: that one of them is says nothing of the other. */
const severally: Readonly<Partial<Record<Declared, readonly string[]>>> = {
  'ec2:CreateTags': ['ec2:CreateTags (launch)', 'ec2:CreateTags (own server)'],
  'iam:PassRole': ['iam:PassRole (instance role)', 'iam:PassRole (scheduler role)'],
};

/** Whoever is here has taken the role, and was told whose it is. */
function own({ scope }: Connection): readonly Tried[] {
  const asked = { action: 'sts:GetCallerIdentity', outcome: 'allowed', detail: '' } as const;
  if (scope.roleArn === undefined) return [asked];
  return [asked, { ...asked, action: 'sts:AssumeRole' }];
}

async function reads(at: Connection, group: string): Promise<readonly Tried[]> {
  const tries: Readonly<Partial<Record<Declared, () => Promise<unknown>>>> = {
    'ec2:DescribeInstances': () => instancesByTag(at, 'sekisho:installation', ['sekisho-doctor']),
    'ssm:DescribeInstanceInformation': () => agents(at, [nobody.instance]),
    'ssm:DescribeSessions': () => sessions(at, [nobody.instance]),
    'ssm:GetParameters': () => parameters(at, ['/sekisho/images/ops-server/current']),
    'scheduler:GetSchedule': () => armedFor(at, group, nobody.schedule),
  };
  return Promise.all(
    Object.entries(tries).map(async ([action, read]) =>
      outcomeOf(action, await orCloudError(read())),
    ),
  );
}
