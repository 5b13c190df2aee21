import {
  RebootInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from './failures.ts';

export const actions = [
  'ec2:RebootInstances',
  'ec2:StopInstances',
  'ec2:TerminateInstances',
] as const;

const done = z.unknown();

/**
 * Terminates the instance; one that is gone already is no error.
 * EC2 does not know an instance for some moments after its launch either, and says the same of
 * both: only seeing the instance terminated proves that it is.
 */
export async function terminate(connection: Connection, instanceId: string): Promise<void> {
  const { clients, signal } = connection;
  const command = new TerminateInstancesCommand({ InstanceIds: [instanceId] });
  try {
    await ask(signal, ec2Failures, done, (options) => clients.ec2.change.send(command, options));
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
  }
}

/** Stops the instance, which takes it off the network and keeps its disk. Errors: `not-found`. */
export async function stop(connection: Connection, instanceId: string): Promise<void> {
  const { clients, signal } = connection;
  const command = new StopInstancesCommand({ InstanceIds: [instanceId] });
  await ask(signal, ec2Failures, done, (options) => clients.ec2.change.send(command, options));
}

/** Reboots the instance. Errors: `not-found`. */
export async function reboot(connection: Connection, instanceId: string): Promise<void> {
  const { clients, signal } = connection;
  const command = new RebootInstancesCommand({ InstanceIds: [instanceId] });
  await ask(signal, ec2Failures, done, (options) => clients.ec2.change.send(command, options));
}
