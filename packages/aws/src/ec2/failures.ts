import type { FailureCodes } from '../failure.ts';

/** Source: "Error codes for the Amazon EC2 API". */
export const ec2Failures: FailureCodes = {
  // Another call is writing the same resource's tags: come again.
  ConcurrentTagAccess: 'throttled',
  InsufficientAddressCapacity: 'capacity',
  InsufficientCapacity: 'capacity',
  InsufficientFreeAddressesInSubnet: 'capacity',
  InsufficientHostCapacity: 'capacity',
  InsufficientInstanceCapacity: 'capacity',
  InsufficientReservedInstanceCapacity: 'capacity',
  InsufficientVolumeCapacity: 'capacity',
  InstanceLimitExceeded: 'capacity',
  MaxSpotInstanceCountExceeded: 'capacity',
  ReservationCapacityExceeded: 'capacity',
  UnfulfillableCapacity: 'capacity',
  VcpuLimitExceeded: 'capacity',
  VolumeLimitExceeded: 'capacity',
  'InvalidAMIID.Unavailable': 'not-found',
  PendingVerification: 'denied',
};
