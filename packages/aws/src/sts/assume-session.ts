import type { RoleCredentials, RoleSession } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { assumeRole } from './assume-role.ts';

/** A session of a role for a CI job, with its tags. Errors: `denied`, `invalid`, `limit` for tags and policy that are too long together, `throttled`. */
export async function assumeSession(
  { clients, signal }: Connection,
  session: RoleSession,
): Promise<RoleCredentials> {
  const { roleArn, sessionName, externalId, seconds, tags, sourceIdentity, policy } = session;
  const { expiration, ...keys } = await assumeRole(clients, signal, {
    ...{ roleArn, sessionName, seconds, tags, sourceIdentity },
    externalId: externalId ?? undefined,
    policy: policy ?? undefined,
  });
  return { ...keys, expiresAt: expiration.toISOString() };
}
