import type { AccessAccount, Config } from '@sekisho/config';
import { rulesLending } from '../../policy/index.ts';
import { needAccess, placeOfAccount } from '../find-account.ts';

/**
 * Names under which AWS, and AWS Control Tower, offer sets that may do nearly everything or give
 * themselves the right to. Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html,
 * https://docs.aws.amazon.com/controltower/latest/userguide/sso-groups.html
 */
const strongNames: ReadonlySet<string> = new Set(
  [
    ...['AdministratorAccess', 'PowerUserAccess', 'SystemAdministrator', 'IAMFullAccess'],
    ...['AWSAdministratorAccess', 'AWSPowerUserAccess', 'AWSOrganizationsFullAccess'],
  ].map((name) => name.toLowerCase()),
);

/** Why a permission set counts as strong in an account; null when nothing says so. */
export function strengthOf(
  config: Config,
  account: AccessAccount,
  permissionSet: string,
): 'name' | 'approval' | null {
  if (strongNames.has(permissionSet.toLowerCase())) return 'name';
  const rules = lendersOf(config, account, permissionSet);
  return rules.length > 0 && rules.every(({ approval }) => approval.count > 0) ? 'approval' : null;
}

/** Rules that lend a permission set in an account. */
export function lendersOf(config: Config, account: AccessAccount, permissionSet: string) {
  const place = placeOfAccount(needAccess(config), account);
  return rulesLending(config, { kind: 'permission-set', place, permissionSet });
}
