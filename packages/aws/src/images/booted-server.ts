import {
  DescribeInstancesCommand,
  type EC2Client,
  GetConsoleOutputCommand,
} from '@aws-sdk/client-ec2';
import { CloudError, orCloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { ec2Failures } from '../ec2/failures.ts';
import { inTime } from './in-time.ts';

/** What EC2 and the server's own console say of a server. */
export interface BootedServer {
  /** The image that EC2 says it runs. */
  readonly imageId: string;
  readonly state: string;
  /** What it wrote on its console lately: its last 64 kB. */
  readonly console: string;
}

const instancesAnswer = z.object({
  Reservations: z.array(
    z.object({
      Instances: z.array(z.object({ ImageId: z.string(), State: z.object({ Name: z.string() }) })),
    }),
  ),
});
const consoleAnswer = z.object({ Output: z.string().default('') });

/**
 * Looks at a server from outside. Source: EC2 API Reference, GetConsoleOutput: `Latest` is answered at any time by
 * instances on Nitro.
 */
export async function readServer(ec2: EC2Client, id: string): Promise<BootedServer | null> {
  const found = await orCloudError(
    ask(inTime(), ec2Failures, instancesAnswer, (with_) =>
      ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }), with_),
    ),
  );
  if (found instanceof CloudError) {
    if (found.failure === 'not-found') return null;
    throw found;
  }
  const { Reservations } = found;
  const [instance] = Reservations.flatMap(({ Instances }) => Instances);
  if (instance === undefined) return null;
  const console = await consoleOf(ec2, id, true).catch((error: unknown) => {
    if (!(error instanceof CloudError && error.vendorCode === 'UnsupportedOperation')) throw error;
    // Not on Nitro: AWS shows what was written some minutes ago.
    return consoleOf(ec2, id, false);
  });
  return { imageId: instance.ImageId, state: instance.State.Name, console };
}

async function consoleOf(ec2: EC2Client, InstanceId: string, Latest: boolean): Promise<string> {
  const command = new GetConsoleOutputCommand({ InstanceId, Latest });
  const { Output } = await ask(inTime(), ec2Failures, consoleAnswer, (with_) =>
    ec2.send(command, with_),
  );
  return Buffer.from(Output, 'base64').toString();
}
