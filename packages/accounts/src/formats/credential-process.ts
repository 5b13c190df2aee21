import type { AccountMap } from '../account-map.ts';
import { type Profile, profilesOf } from '../profiles.ts';
import type { Section } from './section.ts';

/** Makes the command line that gives a profile its credentials. */
type ProcessOf = (profile: Profile) => string;

/**
 * The sections of a format for `~/.aws/config`, in which the profile of a permission set that is lent
 * names a program instead of the portal: `credential_process`, which the AWS CLI and SDKs run.
 * Standing sets, roles and users stay as they are.
 * @param processOf command line for a profile: quoted, and in ASCII
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function withCredentialProcess(
  map: AccountMap,
  sections: readonly Section[],
  processOf: ProcessOf,
): readonly Section[] {
  const lent = new Map(profilesOf(map).flatMap(lentEntry));
  return sections.map((section) => {
    const profile = lent.get(section.head);
    if (profile === undefined) return section;
    // The portal's keys would win over the program.
    const kept = section.entries.filter(([key]) => !key.startsWith('sso_'));
    return { ...section, entries: [['credential_process', processOf(profile)], ...kept] };
  });
}

function lentEntry(profile: Profile): readonly (readonly [string, Profile])[] {
  const isLent = profile.kind === 'permission-set' && !profile.permissionSet.standing;
  return isLent ? [[`profile ${profile.name}`, profile]] : [];
}
