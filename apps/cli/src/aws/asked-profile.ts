import { type AccountMap, type IdentityCenter, type Profile, profilesOf } from '@sekisho/accounts';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { mapFrom, mapSource } from '../offline/aws/account-map.ts';
import { say } from '../sentences/say.ts';

/** A permission set in an account, by the name of its profile, and where one signs in for it. */
export interface AskedProfile {
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly permissionSet: string;
  /** Assigned all the time: it needs no lease. */
  readonly standing: boolean;
  readonly region: string | null;
  readonly identityCenter: IdentityCenter;
}

/** The file with the account map that a command line names. */
export function mapFileOf(options: Asked['options']): string {
  return String(options['config'] ?? 'sekisho.yaml');
}

/**
 * The profile that `--profile` names (or `AWS_PROFILE`), of the account map.
 * Errors: `Failure` (exit code 2) for a map with problems, a name that it does not have, and a
 * profile that is no permission set.
 */
export async function askedProfile(host: Host, options: Asked['options']): Promise<AskedProfile> {
  const source = await mapSource(host, options);
  const file = source.name;
  const map = await mapFrom(host, options, source);
  const name = (options['profile'] as string | undefined) ?? host.env['AWS_PROFILE'];
  if (name === undefined || name === '')
    throw new Failure('bad-input', say(host, 'aws-which-profile', { names: someNames(map) }));
  const profile = profilesOf(map).find((one) => one.name === name);
  if (profile === undefined) {
    const facts = { name, file, names: someNames(map) };
    throw new Failure('bad-input', say(host, 'aws-no-profile', facts));
  }
  return asSet(host, profile, map.identityCenter, file);
}

function asSet(
  host: Host,
  profile: Profile,
  identityCenter: IdentityCenter | null,
  file: string,
): AskedProfile {
  const { name, account, region } = profile;
  if (profile.kind !== 'permission-set')
    throw new Failure('bad-input', say(host, 'aws-not-a-set', { name }));
  if (identityCenter === null)
    throw new Failure('bad-input', say(host, 'aws-no-identity-center', { file }));
  const { permissionSet } = profile;
  return {
    ...{ name, region, identityCenter },
    ...{ accountId: account.id, accountName: account.name },
    ...{ permissionSet: permissionSet.name, standing: permissionSet.standing },
  };
}

/** Some of the names that can be asked for: enough to see how they are made. */
function someNames(map: AccountMap): string {
  const names = profilesOf(map).filter(({ kind }) => kind === 'permission-set');
  const first = names.slice(0, 8).map(({ name }) => name);
  return names.length > first.length ? `${first.join(', ')}, …` : first.join(', ');
}
