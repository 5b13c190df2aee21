import type { PortalToken, Registration, RoleCredentials } from '@sekisho/aws/sign-in';
import type { Host } from '../host.ts';
import type { AskedProfile } from './asked-profile.ts';
import type { Vault } from './vault/vault.ts';

/** Credentials as they are kept: usable until `until`, milliseconds since the epoch. */
export interface KeptCredentials extends RoleCredentials {
  readonly until: number;
}

/** What is kept between two commands. */
export interface Memory {
  readonly registration: Slot<Registration>;
  readonly token: Slot<PortalToken>;
  readonly credentials: Slot<KeptCredentials>;
}

export interface Slot<T> {
  /** What is kept; null when nothing is, or nothing that this version can read. */
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  forget(): Promise<void>;
}

/**
 * The parts of a vault that are about one profile, and about the portal where it is signed in.
 * @param keys where credentials are kept
 */
export function memoryOf(
  { vault, keys }: { readonly vault: Vault; readonly keys: Vault },
  host: Host,
  profile: AskedProfile,
): Memory {
  const { startUrl, region } = profile.identityCenter;
  // What a simulated AWS gave is no good at the real one.
  const at = host.env['AWS_ENDPOINT_URL_SSO'] ?? host.env['AWS_ENDPOINT_URL'] ?? '';
  const portal = [startUrl, region, at].join(' ').trim();
  const set = `${profile.accountId} ${profile.permissionSet}`;
  return {
    registration: slot(vault, `client ${portal}`, ['clientId', 'clientSecret']),
    token: slot(vault, `token ${portal}`, ['accessToken']),
    credentials: slot(keys, `role ${set} ${portal}`, [
      'accessKeyId',
      'secretAccessKey',
      'sessionToken',
    ]),
  };
}

function slot<T extends { readonly expiresAt: number }>(
  vault: Vault,
  name: string,
  texts: readonly string[],
): Slot<T> {
  return {
    read: async () => {
      const value = parsed(await vault.read(name));
      const whole = texts.every((key) => typeof value[key] === 'string');
      return whole && typeof value['expiresAt'] === 'number' ? (value as unknown as T) : null;
    },
    write: async (value) => vault.write(name, JSON.stringify(value)),
    forget: async () => vault.remove(name),
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text ?? 'null') ?? {}) as Record<string, unknown>;
  } catch {
    return {}; // of another version: it is had again
  }
}
