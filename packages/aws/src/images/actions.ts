/** Every IAM action that `sekisho image publish` asks for. */
export const publishActions = [
  'ec2:DescribeImages',
  'ssm:GetParameters',
  'ssm:PutParameter',
] as const;

/** Those of `promote`, `rollback`, `list` and `deprecate`. */
export const promoteActions = [
  'ec2:DeregisterImage',
  'ec2:DescribeImages',
  'ec2:EnableImageDeprecation',
  'ssm:GetParameterHistory',
  'ssm:GetParameters',
  'ssm:PutParameter',
] as const;

/** What AWS asks for besides, though no call bears its name: without it an image goes and its snapshot stays. */
export const impliedPromoteActions = ['ec2:DeleteSnapshot'] as const;

/** Those of `inspect`: it reads. */
export const inspectActions = [
  'ec2:DescribeInstances',
  'ec2:GetConsoleOutput',
  'ssm:GetParameters',
] as const;
