/** ARN of a role in the part of AWS that a region is in. */
export function roleArn(account: string, role: string, region: string | null): string {
  return `arn:${partitionOf(region ?? '')}:iam::${account}:role/${role}`;
}

/**
 * The part of AWS that a region is in, as ARNs name it: roles of one are unknown in the others.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function partitionOf(region: string): 'aws' | 'aws-cn' | 'aws-us-gov' {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
