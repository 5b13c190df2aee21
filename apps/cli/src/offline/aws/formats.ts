import {
  type AccountMap,
  awsConfigSections,
  awsVaultSections,
  extendSwitchRolesSections,
  grantedSections,
  type Section,
} from '@sekisho/accounts';

/** The formats that consist of sections, by the name that `--format` has for them. */
export const sectionFormats = {
  'aws-config': awsConfigSections,
  'aws-vault': awsVaultSections,
  'extend-switch-roles': extendSwitchRolesSections,
  granted: grantedSections,
} as const satisfies Readonly<Record<string, (map: AccountMap) => readonly Section[]>>;

export type SectionFormat = keyof typeof sectionFormats;
export const sectionFormatNames = Object.keys(sectionFormats) as readonly SectionFormat[];
export type Format = SectionFormat | 'portal' | 'all';

/** Whether a format can be put between markers into a file with other things. */
export function hasSections(format: Format): format is SectionFormat {
  return Object.hasOwn(sectionFormats, format);
}
