import type { RoleCredentials } from '@sekisho/aws/sign-in';
import { CloudError } from '@sekisho/core/cloud';
import { Failure } from '../failure.ts';
import { say } from '../sentences/say.ts';
import type { Errand } from './errand.ts';
import { portalToken } from './portal-token.ts';

/** How long a new assignment is waited for, and how often it is looked for, in milliseconds. */
const patience = 120_000;
const firstPause = 1000;
const longestPause = 10_000;

/**
 * Credentials of the profile's permission set. A lease that became active a moment ago is waited for:
 * an assignment needs a while until the portal knows it.
 * @param isLent whether a lease says that the person has the set
 * Errors: `Failure` when the person has not been assigned it, or does not sign in.
 */
export async function roleCredentials(errand: Errand, isLent: boolean): Promise<RoleCredentials> {
  const { host } = errand;
  const end = host.now() + (isLent ? patience : 0);
  let pause = firstPause;
  let refused = false;
  for (;;) {
    const token = await portalToken(errand, refused);
    try {
      return await ask(errand, token);
    } catch (error) {
      const code = error instanceof CloudError ? error.vendorCode : '';
      if (code === 'UnauthorizedException' && !refused) {
        refused = true;
        continue;
      }
      if (!mayPass(error) || host.now() + pause > end) throw failureOf(errand, error);
    }
    await host.sleep(pause);
    pause = Math.min(pause * 2, longestPause);
  }
}

function ask({ signIn, profile }: Errand, token: string): Promise<RoleCredentials> {
  const { accountId: account, permissionSet } = profile;
  return signIn.roleCredentials(token, { account, permissionSet });
}

/** Whether it can be otherwise in a while. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof CloudError)) return false;
  const passing = ['throttled', 'unknown-outcome', 'not-found'];
  return passing.includes(error.failure) || error.vendorCode === 'ForbiddenException';
}

function failureOf({ host, profile }: Errand, error: unknown): unknown {
  if (!(error instanceof CloudError)) return error;
  const facts = {
    set: profile.permissionSet,
    account: profile.accountName,
    detail: error.vendorCode,
  };
  const isRefusal = ['denied', 'not-found'].includes(error.failure);
  return isRefusal
    ? new Failure('refused', say(host, 'aws-not-assigned', facts))
    : new Failure('unavailable', say(host, 'aws-no-answer', facts));
}
