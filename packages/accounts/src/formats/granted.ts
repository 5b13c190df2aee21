import type { AccountMap } from '../account-map.ts';
import { type Profile, profilesOf } from '../profiles.ts';
import { awsConfigSections } from './aws-config.ts';
import type { Section } from './section.ts';

/**
 * Profiles as Granted writes them by itself: it signs in, keeps the portal's token in the system's
 * keychain, and gives credentials to whatever reads the AWS configuration. Roles stay as they are.
 * Source: fwdcloudsec/granted pkg/cfaws (granted_sso_* keys)
 */
export function grantedSections(map: AccountMap): readonly Section[] {
  const { identityCenter } = map;
  if (identityCenter === null) return awsConfigSections(map);
  const { startUrl, region } = identityCenter;
  const sso = new Map(profilesOf(map).map((profile) => [`profile ${profile.name}`, profile]));
  return awsConfigSections(map).flatMap((section): Section[] => {
    const profile = sso.get(section.head);
    // Granted takes any section that has “profile” in its name for one: it gets no sso-session.
    if (profile === undefined) return [];
    if (profile.kind !== 'permission-set') return [section];
    return [{ head: section.head, entries: grantedEntries(profile, startUrl, region) }];
  });
}

function grantedEntries(
  { name, account, region, ...power }: Profile & { readonly kind: 'permission-set' },
  startUrl: string,
  ssoRegion: string,
): Section['entries'] {
  return [
    ['granted_sso_start_url', startUrl],
    ['granted_sso_region', ssoRegion],
    ['granted_sso_account_id', account.id],
    ['granted_sso_role_name', power.permissionSet.name],
    ['credential_process', `granted credential-process --profile ${name}`],
    ...(region === null ? [] : [['region', region] as const]),
  ];
}
