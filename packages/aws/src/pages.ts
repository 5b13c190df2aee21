import { CloudError } from '@sekisho/core/cloud';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | null;
}

/**
 * Reads every page. An empty page with a token is not the end: AWS filters after it has cut pages.
 * @param read reads the page after `token`
 * @throws {CloudError} `unknown-outcome` when AWS hands the same token twice
 */
export async function allPages<T>(
  read: (token: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await read(token);
    items.push(...page.items);
    token = page.nextToken ?? undefined;
    if (token !== undefined && seen.has(token)) {
      throw new CloudError('unknown-outcome', 'RepeatedPage', 'AWS gave the same page token twice');
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return items;
}
