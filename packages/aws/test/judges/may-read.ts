import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { RoleCredentials } from '@sekisho/core/cloud';

/** Asks an AWS whether a session may list instances. */
export function mayReadInstances(endpoint: string, region: string) {
  return async (credentials: RoleCredentials): Promise<boolean> => {
    const ec2 = new EC2Client({ endpoint, region, credentials, maxAttempts: 1 });
    try {
      await ec2.send(new DescribeInstancesCommand({}));
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'UnauthorizedOperation') return false;
      throw error;
    } finally {
      ec2.destroy();
    }
  };
}
