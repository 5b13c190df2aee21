/**
 * What an ops server does by its own role: its agent registers and carries sessions.
 * Source: Systems Manager User Guide, "Create a custom IAM role for Session Manager".
 */
export const agentActions = [
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
] as const;

/**
 * What the agent and the host's own logs ask for to leave the host as they are written. No action reads
 * or removes what was shipped. Source: the same guide, "Creating an IAM role with permissions for
 * Session Manager and Amazon S3 and CloudWatch Logs".
 */
export const recordingActions = [
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  's3:GetEncryptionConfiguration',
  's3:PutObject',
] as const;

/** The one tag that a server writes on itself: that its holder works. */
export const heartbeatActions = ['ec2:CreateTags'] as const;
