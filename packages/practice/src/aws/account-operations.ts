import {
  describeRouteTables,
  describeSubnets,
  describeVpcEndpoints,
} from './ec2/describe-network.ts';
import { describeInstanceTypes } from './ec2/instance-types.ts';
import { simulatePrincipalPolicy } from './iam/simulate.ts';
import { getAwsDefaultServiceQuota, getServiceQuota } from './quotas/service-quotas.ts';
import { describeDocument } from './ssm/describe-document.ts';

/** Operations that tell how an account is set up: its network, its quotas, what its roles may do. */
export const accountOperations = {
  DescribeSubnets: describeSubnets,
  DescribeRouteTables: describeRouteTables,
  DescribeVpcEndpoints: describeVpcEndpoints,
  DescribeInstanceTypes: describeInstanceTypes,
  GetServiceQuota: getServiceQuota,
  GetAWSDefaultServiceQuota: getAwsDefaultServiceQuota,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
  DescribeDocument: describeDocument,
} as const;
