import {
  CreatePolicyCommand,
  DeletePolicyCommand,
  UpdatePolicyCommand,
} from '@aws-sdk/client-organizations';
import { z } from 'zod';
import { ask } from '../../ask.ts';
import type { Connection } from '../../connection.ts';
import { organizationsFailures } from '../failures.ts';
import { markKey } from './find.ts';

export const actions = [
  'organizations:CreatePolicy',
  'organizations:DeletePolicy',
  'organizations:UpdatePolicy',
] as const;

const made = z.object({ Policy: z.object({ PolicySummary: z.object({ Id: z.string() }) }) });

/** Makes a policy that bears our mark, and tells its id. */
export async function createPolicy(
  { clients, signal }: Connection,
  policy: { readonly name: string; readonly document: string; readonly installation: string },
): Promise<string> {
  const command = new CreatePolicyCommand({
    Name: policy.name,
    Description: 'Sekisho denies sessions that outlived their lease; written and deleted by it.',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: policy.document,
    Tags: [{ Key: markKey, Value: policy.installation }],
  });
  const { Policy } = await ask(signal, organizationsFailures, made, (options) =>
    clients.organizations.change.send(command, options),
  );
  return Policy.PolicySummary.Id;
}

export async function updatePolicy(
  { clients, signal }: Connection,
  PolicyId: string,
  Content: string,
): Promise<void> {
  const command = new UpdatePolicyCommand({ PolicyId, Content });
  await ask(signal, organizationsFailures, z.unknown(), (options) =>
    clients.organizations.change.send(command, options),
  );
}

/** Errors: `conflict` while it is attached. */
export async function deletePolicy(
  { clients, signal }: Connection,
  PolicyId: string,
): Promise<void> {
  await ask(signal, organizationsFailures, z.unknown(), (options) =>
    clients.organizations.change.send(new DeletePolicyCommand({ PolicyId }), options),
  );
}
