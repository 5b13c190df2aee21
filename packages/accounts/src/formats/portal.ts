import type { AccountMap } from '../account-map.ts';

/** A link that signs somebody in to the console of an account with a permission set. */
export interface PortalLink {
  readonly account: string;
  readonly accountId: string;
  readonly permissionSet: string;
  readonly url: string;
}

/**
 * Shortcut links of the access portal, one for each permission set of each account; none without
 * Identity Center. Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function portalLinks({ identityCenter, accounts }: AccountMap): readonly PortalLink[] {
  if (identityCenter === null) return [];
  const start = identityCenter.startUrl.replace(/[/#]+$/, '');
  return accounts.flatMap(({ name, id, permissionSets }) =>
    permissionSets.map(({ name: permissionSet }) => {
      const query = new URLSearchParams({ account_id: id, role_name: permissionSet });
      const url = `${start}/#/console?${query.toString()}`;
      return { account: name, accountId: id, permissionSet, url };
    }),
  );
}

/** The links as a page of Markdown. */
export function portalPage(map: AccountMap): string {
  const rows = portalLinks(map).map(
    ({ account, accountId, permissionSet, url }) =>
      `| ${account} | ${accountId} | [${permissionSet}](${url}) |\n`,
  );
  return `| account | id | permission set |\n|---|---|---|\n${rows.join('')}`;
}
