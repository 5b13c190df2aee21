import {
  AttachPolicyCommand,
  DetachPolicyCommand,
  ListTargetsForPolicyCommand,
} from '@aws-sdk/client-organizations';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../../ask.ts';
import type { Connection } from '../../connection.ts';
import { allPages } from '../../pages.ts';
import { organizationsFailures } from '../failures.ts';

export const actions = [
  'organizations:AttachPolicy',
  'organizations:DetachPolicy',
  'organizations:ListTargetsForPolicy',
] as const;

const listed = z.object({
  Targets: z.array(z.object({ TargetId: z.string() })).optional(),
  NextToken: z.string().optional(),
});

/** Accounts, units and roots that a policy is attached to, all pages. */
export async function targetsOf(
  { clients, signal }: Connection,
  PolicyId: string,
): Promise<readonly string[]> {
  const targets = await allPages(async (NextToken) => {
    const command = new ListTargetsForPolicyCommand({ PolicyId, NextToken });
    const page = await ask(signal, organizationsFailures, listed, (options) =>
      clients.organizations.read.send(command, options),
    );
    return { items: page.Targets ?? [], nextToken: page.NextToken || null };
  });
  return targets.map(({ TargetId }) => TargetId);
}

/** Attaches a policy; one that is attached already is no error. Errors: `limit` when the account has as many as it may. */
export async function attachPolicy(
  { clients, signal }: Connection,
  PolicyId: string,
  TargetId: string,
): Promise<void> {
  const command = new AttachPolicyCommand({ PolicyId, TargetId });
  try {
    await unless('DuplicatePolicyAttachmentException', () =>
      ask(signal, organizationsFailures, z.unknown(), (options) =>
        clients.organizations.change.send(command, options),
      ),
    );
  } catch (error) {
    // AWS's own code is the same for every limit of Organizations.
    if (!(error instanceof CloudError && error.failure === 'limit')) throw error;
    throw new CloudError('limit', 'NoFreePolicySlot', error.detail, error);
  }
}

/** Detaches a policy; one that is not attached is no error. */
export async function detachPolicy(
  { clients, signal }: Connection,
  PolicyId: string,
  TargetId: string,
): Promise<void> {
  const command = new DetachPolicyCommand({ PolicyId, TargetId });
  await unless('PolicyNotAttachedException', () =>
    ask(signal, organizationsFailures, z.unknown(), (options) =>
      clients.organizations.change.send(command, options),
    ),
  );
}

async function unless(code: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CloudError && error.vendorCode === code)) throw error;
  }
}
