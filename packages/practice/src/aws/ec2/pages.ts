import { Refusal } from '../world/refusal.ts';

export interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Smallest and largest page an operation allows, and its error code for others. */
export interface PageRule {
  readonly least: number;
  readonly most: number;
  readonly errorCode?: string;
  readonly tokenErrorCode?: string;
  /** Page size when the caller names none; by default everything. */
  readonly usual?: number;
}

/**
 * One page of `items`, which must come in an order that does not change.
 * A token names the last item seen, so that what comes and goes between pages neither repeats nor hides others.
 */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  input: PageInput,
  rule: PageRule,
): { readonly items: readonly Item[]; readonly nextToken: string | null } {
  const size = input.MaxResults ?? rule.usual;
  if (size === undefined && input.NextToken === undefined) return { items, nextToken: null };
  judgeSize(size, rule);
  const sorted = [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const after = input.NextToken === undefined ? null : readToken(input.NextToken, rule);
  const rest = after === null ? sorted : sorted.filter((item) => keyOf(item) > after);
  const taken = rest.slice(0, size ?? rule.most);
  const last = taken[taken.length - 1];
  const more = rest.length > taken.length && last !== undefined;
  return { items: taken, nextToken: more ? writeToken(keyOf(last)) : null };
}

/** Instances that are named come all at once. */
export function refuseIdsInPages(
  input: PageInput & { readonly InstanceId?: readonly string[] | undefined },
): void {
  if (input.InstanceId === undefined || input.MaxResults === undefined) return;
  throw new Refusal(
    'InvalidParameterCombination',
    'The parameter instancesSet cannot be used with the parameter maxResults',
  );
}

function judgeSize(size: number | undefined, rule: PageRule): void {
  if (size === undefined || (size >= rule.least && size <= rule.most)) return;
  throw new Refusal(
    rule.errorCode ?? 'InvalidParameterValue',
    `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value between ${rule.least} and ${rule.most}.`,
  );
}

function writeToken(key: string): string {
  return Buffer.from(`after:${key}`).toString('base64url');
}

function readToken(token: string, rule: PageRule): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (text.startsWith('after:')) return text.slice('after:'.length);
  throw new Refusal(
    rule.tokenErrorCode ?? 'InvalidParameterValue',
    `Value ( ${token} ) for parameter nextToken is invalid.`,
  );
}
