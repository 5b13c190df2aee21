import { actions as changeState } from './ec2/change-state.ts';
import { actions as image } from './ec2/image.ts';
import { actions as instancesByTag } from './ec2/instances-by-tag.ts';
import { actions as launch } from './ec2/launch.ts';
import { actions as resolveTemplate } from './ec2/resolve-template.ts';
import { actions as tag } from './ec2/tag.ts';
import { actions as readSchedule } from './scheduler/read-schedule.ts';
import { actions as writeSchedule } from './scheduler/write-schedule.ts';
import { actions as agents } from './ssm/agents.ts';
import { actions as sessions } from './ssm/describe-sessions.ts';
import { actions as endSession } from './ssm/end-session.ts';
import { actions as parameters } from './ssm/parameters.ts';
import { actions as assumeRole } from './sts/assume-role.ts';
import { actions as callerAccount } from './sts/caller-account.ts';

/** Every IAM action the adapter calls, as the files that call it declare. */
export const actions = [
  ...assumeRole,
  ...callerAccount,
  ...changeState,
  ...image,
  ...instancesByTag,
  ...launch,
  ...resolveTemplate,
  ...tag,
  ...readSchedule,
  ...writeSchedule,
  ...agents,
  ...endSession,
  ...parameters,
  ...sessions,
].sort();

/** Actions that AWS asks for besides, though no call bears their name. */
export const impliedActions = [
  // RunInstances hands the instance its role, CreateSchedule hands the schedule its own.
  'iam:PassRole',
] as const;
