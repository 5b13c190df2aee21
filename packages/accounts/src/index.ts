export type {
  Account,
  AccountMap,
  Base,
  IdentityCenter,
  PermissionSet,
  SwitchRole,
} from './account-map.ts';
export { awsConfigSections, awsVaultSections } from './formats/aws-config.ts';
export { withCredentialProcess } from './formats/credential-process.ts';
export { beyondSwitching, extendSwitchRolesSections } from './formats/extend-switch-roles.ts';
export { grantedSections } from './formats/granted.ts';
export { portalLink, portalLinks, portalPage } from './formats/portal.ts';
export { partitionOf } from './formats/role-arn.ts';
export { type Section, sectionsText } from './formats/section.ts';
export { type Merged, mergeSections, type Torn } from './managed/merge.ts';
export { clashesIn, forGroups, type Profile, profilesOf } from './profiles.ts';
