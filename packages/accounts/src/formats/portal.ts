import type { AccountMap, IdentityCenter } from '../account-map.ts';

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
  return accounts.flatMap(({ name, id, permissionSets }) =>
    permissionSets.map(({ name: permissionSet }) => {
      const url = portalLink(identityCenter, { accountId: id, permissionSet });
      return { account: name, accountId: id, permissionSet, url };
    }),
  );
}

/**
 * The link for one permission set; it holds no secret.
 * @param to page of the console to go to: an https address; its front page without one
 */
export function portalLink(
  { startUrl }: Pick<IdentityCenter, 'startUrl'>,
  of: { readonly accountId: string; readonly permissionSet: string },
  to?: string,
): string {
  const query = new URLSearchParams({ account_id: of.accountId, role_name: of.permissionSet });
  if (to !== undefined) query.set('destination', to);
  return `${startUrl.replace(/[/#]+$/, '')}/#/console?${query.toString()}`;
}

/** The links as a page of Markdown. */
export function portalPage(map: AccountMap): string {
  const rows = portalLinks(map).map(
    ({ account, accountId, permissionSet, url }) =>
      `| ${account} | ${accountId} | [${permissionSet}](${url}) |\n`,
  );
  return `| account | id | permission set |\n|---|---|---|\n${rows.join('')}`;
}
