import type { AccountMap, IdentityCenter } from '../account-map.ts';
import { type Profile, profilesOf } from '../profiles.ts';
import { roleArn } from './role-arn.ts';
import type { Section } from './section.ts';

/** What the scope of a portal's own token is called. Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html */
const portalScope = 'sso:account:access';

/** `~/.aws/config`, as the AWS CLI and the SDKs read it. */
export function awsConfigSections(map: AccountMap): readonly Section[] {
  return sectionsOf(map, () => []);
}

/** The same with what only aws-vault reads: the session tags of roles. Source: ByteNess/aws-vault USAGE.md. */
export function awsVaultSections(map: AccountMap): readonly Section[] {
  return sectionsOf(map, (profile) => {
    if (profile.kind !== 'role') return [];
    const { tags, transitiveTags } = profile.role;
    const each = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
    return [
      ...entry('session_tags', each.join(',')),
      ...entry('transitive_session_tags', transitiveTags.join(',')),
    ];
  });
}

type Entries = Section['entries'];

function sectionsOf(map: AccountMap, more: (profile: Profile) => Entries): readonly Section[] {
  const { identityCenter } = map;
  const profiles = profilesOf(map).map((profile) => ({
    head: `profile ${profile.name}`,
    entries: [...means(profile, identityCenter), ...more(profile), ...regionOf(profile)],
  }));
  return identityCenter === null ? profiles : [sessionSection(identityCenter), ...profiles];
}

function sessionSection({ session, startUrl, region }: IdentityCenter): Section {
  return {
    head: `sso-session ${session}`,
    entries: [
      ['sso_start_url', startUrl],
      ['sso_region', region],
      ['sso_registration_scopes', portalScope],
    ],
  };
}

function means(profile: Profile, identityCenter: IdentityCenter | null): Entries {
  const { account, region } = profile;
  if (profile.kind === 'user') return [];
  if (profile.kind === 'permission-set') {
    return [
      ...entry('sso_session', identityCenter?.session ?? ''),
      ['sso_account_id', account.id],
      ['sso_role_name', profile.permissionSet.name],
    ];
  }
  const { name, externalId } = profile.role;
  return [
    ['role_arn', roleArn(account.id, name, region)],
    ['source_profile', profile.source],
    ...entry('external_id', externalId ?? ''),
  ];
}

function regionOf({ region }: Profile): Entries {
  return entry('region', region ?? '');
}

function entry(key: string, value: string): Entries {
  return value === '' ? [] : [[key, value]];
}
