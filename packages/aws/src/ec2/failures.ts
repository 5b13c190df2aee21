import type { FailureCodes } from '../failure.ts';

/** Source: "Error codes for the Amazon EC2 API". */
export const ec2Failures: FailureCodes = {
  InsufficientAddressCapacity: 'capacity',
  InsufficientCapacity: 'capacity',
  InsufficientFreeAddressesInSubnet: 'capacity',
  InsufficientHostCapacity: 'capacity',
  InsufficientInstanceCapacity: 'capacity',
  InsufficientReservedInstanceCapacity: 'capacity',
  InstanceLimitExceeded: 'capacity',
  VcpuLimitExceeded: 'capacity',
  'InvalidAMIID.Unavailable': 'not-found',
  PendingVerification: 'denied',
};
