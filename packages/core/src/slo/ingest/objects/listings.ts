/** What to ask a store for. */
export interface Listing {
  readonly prefix: string;
}

/**
 * Whether objects under a prefix lie in a folder for each day on which they were delivered, as those of
 * load balancers: `[prefix/]AWSLogs/ACCOUNT/elasticloadbalancing/REGION/yyyy/mm/dd/`.
 * Source: Elastic Load Balancing "Access logs", the format of file names.
 */
export function hasDayFolders(prefix: string): boolean {
  return /(^|\/)AWSLogs\/\d{12}\/elasticloadbalancing\/[a-z0-9-]+\/?$/.test(prefix);
}

/** The listings that hold what was delivered from one UTC day to another, both included; one for everything where days have no folders. */
export function listingsOf(
  prefix: string,
  days: { readonly from: number; readonly to: number },
): Listing[] {
  if (!hasDayFolders(prefix)) return [{ prefix }];
  const listings: Listing[] = [];
  for (let day = days.from; day <= days.to; day += 1) {
    const folder = new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/');
    listings.push({ prefix: `${prefix.replace(/\/$/, '')}/${folder}/` });
  }
  return listings;
}
