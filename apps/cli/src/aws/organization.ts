import { createAwsAccessCloud } from '@sekisho/aws';
import { type FoundAccount, identityCenterIn } from '@sekisho/config';
import { type AccessCloud, CloudError, type CloudScope } from '@sekisho/core/cloud';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

/**
 * The active accounts of the organization with the permission sets that each has, as the caller's own
 * AWS credentials show them.
 * @param text of the sekisho.yaml, which may say where Identity Center lives
 * Errors: `Failure`: 2 when nothing says where it lives, 3 when AWS refuses, 5 when it does not answer
 */
export async function organization(
  host: Host,
  options: Asked['options'],
  text: string,
): Promise<readonly FoundAccount[]> {
  const scope = scopeOf(host, options, text);
  const cloud = createAwsAccessCloud({
    installation: 'sekisho-discover',
    removalRoleArn: () => '', // nothing is lent here, so nothing is scheduled
  });
  try {
    return await read(cloud, scope);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const facts = { account: scope.account, region: scope.region, detail: error.detail };
    throw error.failure === 'denied'
      ? new Failure('refused', say(host, 'aws-discover-denied', facts))
      : new Failure('unavailable', say(host, 'aws-discover-away', facts));
  } finally {
    cloud.close();
  }
}

function scopeOf(host: Host, options: Asked['options'], text: string): CloudScope {
  const known = identityCenterIn(text);
  const account = (options['account'] as string | undefined) ?? known.account;
  const region =
    (options['region'] as string | undefined) ?? known.region ?? host.env['AWS_REGION'] ?? null;
  if (account === null || !/^\d{12}$/.test(account) || region === null)
    throw new Failure('bad-input', say(host, 'aws-discover-where'));
  return { environment: 'organization', account, region };
}

/** One account after the other: all of Identity Center's operations share twenty calls a second. */
async function read(cloud: AccessCloud, scope: CloudScope): Promise<readonly FoundAccount[]> {
  const [accounts, sets] = [await cloud.accounts(scope), await cloud.permissionSets(scope)];
  const names = new Map(sets.map(({ arn, name }) => [arn, name]));
  const found: FoundAccount[] = [];
  for (const { id, name } of accounts) {
    const arns = await cloud.provisioned(scope, id);
    const permissionSets = arns.flatMap((arn) => names.get(arn) ?? []).toSorted();
    found.push({ id, name, permissionSets });
  }
  return found;
}
