/**
 * Every IAM action that `packer build` asks for with the options that images/ops-server/packer sets: it is Packer that
 * calls, so that no code of ours does. Source: hashicorp/packer-plugin-amazon, the steps of `builder/ebs/builder.go` and
 * their files in `common/`, read in the version of January 2026; its documentation's list is for all builders.
 */
export const buildActions = [
  'ec2:CopyImage',
  'ec2:CreateImage',
  'ec2:CreateKeyPair',
  'ec2:CreateSecurityGroup',
  'ec2:CreateTags',
  'ec2:DeleteKeyPair',
  'ec2:DeleteSecurityGroup',
  'ec2:DeleteSnapshot',
  'ec2:DeregisterImage',
  'ec2:DescribeImages',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeInstances',
  'ec2:DescribeRegions',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVolumes',
  'ec2:EnableImageDeprecation',
  'ec2:ModifyImageAttribute',
  'ec2:RunInstances',
  'ec2:StopInstances',
  'ec2:TerminateInstances',
  'iam:GetInstanceProfile',
  'ssm:StartSession',
  'ssm:TerminateSession',
] as const;

/** What AWS asks for besides: the launch's role is passed, and Session Manager's plugin carries and resumes the session. */
export const impliedBuildActions = [
  'iam:PassRole',
  'ssm:ResumeSession',
  'ssmmessages:OpenDataChannel',
] as const;
