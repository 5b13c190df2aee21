import { randomUUID } from 'node:crypto';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CloudError, type LaunchTrial, orCloudError, type Tried } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { launchRequest } from '../ec2/launch.ts';
import { resolveTemplate } from '../ec2/resolve-template.ts';
import { isAllowed, orDryRun } from './dry-run.ts';
import { blameIn, outcomeOf, outcomeOfDryRun } from './outcome.ts';

const lookup = ['ec2:DescribeLaunchTemplateVersions', 'ec2:DescribeImages'] as const;
/** What AWS judges at a launch; two of them are asked again for other things, by statements of their own. */
const launching = [
  'ec2:RunInstances',
  'ec2:CreateTags (launch)',
  'iam:PassRole (instance role)',
] as const;

/** Tries what a lease's launch asks for, as a dry run of the very same request. */
export async function tryLaunch(at: Connection, trial: LaunchTrial): Promise<readonly Tried[]> {
  const { template: name, instanceType } = trial;
  const template = await orCloudError(resolveTemplate(at, { name, instanceType }));
  if (template instanceof CloudError) {
    const { vendorCode, detail, failure } = template;
    const outcome = failure === 'denied' ? 'denied' : 'unread';
    const because = `${vendorCode}: ${detail}`;
    const blamed = blameIn(detail);
    return [
      ...lookup.map((action) =>
        outcome === 'denied' && blamed !== null && blamed !== action
          ? ({ action, outcome: 'unread', detail: because } as const)
          : ({ action, outcome, detail: because } as const),
      ),
      ...launching.map((action) => ({ action, outcome: 'unread', detail: because }) as const),
      ...(outcome === 'denied' && blamed !== null && !isLookup(blamed)
        ? [{ action: blamed, outcome, detail: because } as const]
        : []),
    ];
  }
  const order = { ...template, clientToken: `sekisho-doctor-${randomUUID()}`, tags: tagsOf(trial) };
  const command = new RunInstancesCommand({ ...launchRequest(order), DryRun: true });
  const answered = await orDryRun(at, (options) => at.clients.ec2.change.send(command, options));
  // The parameter that this template names: others are nobody's concern.
  const read = template.imageParameter === null ? [] : ['ssm:GetParameters'];
  return [...[...lookup, ...read].map((action) => outcomeOf(action, null)), ...judged(answered)];
}

function isLookup(action: string): boolean {
  return (lookup as readonly string[]).includes(action);
}

/** Those that a real launch has: policies compare them. */
function tagsOf({ installation, environment }: LaunchTrial): Readonly<Record<string, string>> {
  return {
    'sekisho:installation': installation,
    'sekisho:environment': environment,
    'sekisho:lease': 'sekisho-doctor',
    'sekisho:holder': 'sekisho-doctor',
  };
}

/** AWS names the first action that it denies; of those that come with it nothing is known then. */
function judged(answered: unknown): readonly Tried[] {
  if (isAllowed(answered) || !(answered instanceof CloudError))
    return launching.map((action) => outcomeOfDryRun(action, answered));
  const { failure, detail, vendorCode } = answered;
  const said = blameIn(detail);
  // AWS may blame an action that is none of these: the launch is denied all the same.
  const blamed = launching.find((action) => action.split(' ')[0] === said) ?? 'ec2:RunInstances';
  return launching.map((action) => ({
    action,
    outcome: failure === 'denied' && action === blamed ? 'denied' : 'unread',
    detail: `${vendorCode}: ${detail}`,
  }));
}
