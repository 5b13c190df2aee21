import { CloudError, orCloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask, type SendOptions } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from '../ec2/failures.ts';

/** Makes a dry run; its answer is always a failure, of which one says that it might be done. */
export async function orDryRun(
  { signal }: Connection,
  send: (options: SendOptions) => Promise<unknown>,
): Promise<unknown> {
  return orCloudError(ask(signal, ec2Failures, z.unknown(), send));
}

/** Source: EC2 API reference, "DryRun": "If you have the required permissions, the error response is DryRunOperation." */
export function isAllowed(answered: unknown): boolean {
  return answered instanceof CloudError && answered.vendorCode === 'DryRunOperation';
}
