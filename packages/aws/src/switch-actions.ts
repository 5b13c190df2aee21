/** What the role of a dead-man's switch does: it starts the Automation, which finds the lease's instances and terminates them. */
export const switchActions = [
  'ec2:DescribeInstances',
  'ec2:TerminateInstances',
  'ssm:StartAutomationExecution',
] as const;

/** What following an Automation asks for besides; it reads, and nothing else. */
export const impliedSwitchActions = ['ssm:GetAutomationExecution'] as const;
