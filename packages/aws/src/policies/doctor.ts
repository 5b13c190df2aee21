import { doctorActions } from '../doctor-actions.ts';
import { calledIn, inRegions, type MemberPlace, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof doctorActions)[number];

/**
 * What Sekisho's role may read besides, so that `sekisho doctor` looks at the roles that it hands on, at
 * Session Manager's preferences, at the switches' document, at quotas and at the servers' network, and asks
 * IAM what policies say to what cannot be tried. Without it those are told of as not looked at.
 * Source: Service Authorization Reference, IAM, AWS Systems Manager, Service Quotas, Amazon EC2.
 */
export function doctorPolicy(place: MemberPlace): PolicyDocument {
  const { partition, account, ownRole, instanceRole, schedulerRole, document } = place;
  const everywhere = { on: ['*'], when: calledIn(place) };
  const profile = `arn:${partition}:iam::${account}:instance-profile/${instanceRole}`;
  return documentOf(doctorActions, [
    allow('SeeRolesHandedOn', ['iam:GetRole'] satisfies Declared[], {
      on: rolesNamed(place, [instanceRole, schedulerRole]),
    }),
    allow('SeeProfile', ['iam:GetInstanceProfile'] satisfies Declared[], { on: [profile] }),
    allow('SeePreferences', ['ssm:GetDocument'] satisfies Declared[], {
      on: inRegions(place, 'ssm', 'document/SSM-SessionManagerRunShell'),
    }),
    allow('SeeSwitchDocument', ['ssm:DescribeDocument'] satisfies Declared[], {
      on: inRegions(place, 'ssm', `document/${document}`),
    }),
    allow('AskWhatPoliciesSay', ['iam:SimulatePrincipalPolicy'] satisfies Declared[], {
      on: rolesNamed(place, [ownRole, schedulerRole]),
    }),
    allow('SeeBucketOfRecordings', ['s3:GetEncryptionConfiguration'] satisfies Declared[], {
      on: [`arn:${partition}:s3:::${place.recording.bucket}`],
    }),
    allow('SeeQuotas', ['servicequotas:GetServiceQuota'] satisfies Declared[], {
      on: inRegions(place, 'servicequotas', 'ec2/*'),
    }),
    allow(
      'SeeUsualQuotasTypesNetworkAndLogs',
      [
        'servicequotas:GetAWSDefaultServiceQuota',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcEndpoints',
        'logs:DescribeLogGroups',
      ] satisfies Declared[],
      everywhere,
    ),
  ]);
}
