import type { Service } from '../operation.ts';
import { expired } from '../refusals.ts';
import { issuedKeyPrefix } from '../sts/issue.ts';
import type { Place } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { targetService } from './json-protocols.ts';
import { header, type Request } from './reply.ts';

/** Who calls, and where the call belongs. */
export interface Caller extends Place {
  readonly caller: string;
  /** The key of a role session. */
  readonly accessKey?: string;
}

const scope =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/** The services whose requests say who signed them. */
export type SignedService = Exclude<Service, 'sso-oauth' | 'awsssoportal'>;

/** The service of a request: its target header, its path, or the scope it was signed for. */
export function serviceOf(request: Request): SignedService | null {
  const named = targetService(request);
  if (named !== null) return named;
  if (/^\/schedules(?:\/|$)/.test(request.url.pathname)) return 'scheduler';
  if (asksUnsigned(request)) return 'sts';
  const signedFor = scope.exec(header(request, 'authorization') ?? '')?.[3];
  switch (signedFor) {
    case 'ec2':
    case 'sts':
    case 'iam':
    case 'ssm':
    case 'scheduler':
    case 's3':
    case 'logs':
      return signedFor;
    default:
      return null;
  }
}

/**
 * The account by access key, the region by the scope of the signature. Signatures are
 * not verified: practice accepts any key. A key that AssumeRole issued acts in its role's
 * account, a key of twelve digits in that account, every other in `defaultAccount`.
 * Errors: each service's own for missing and expired keys.
 */
export function identify(
  world: World,
  request: Request,
  service: Service,
  defaultAccount: string,
): Caller {
  const signed = scope.exec(header(request, 'authorization') ?? '');
  if (signed === null && asksUnsigned(request)) {
    return { account: defaultAccount, region: 'us-east-1', caller: 'arn:aws:sts:::anonymous' };
  }
  if (signed === null) throw unsigned(service);
  const [, key = '', region = ''] = signed;
  if (key.startsWith(issuedKeyPrefix)) {
    const issued = world.credentials.get(key);
    if (issued === undefined || issued.expiresAt <= world.clock) throw expired(service);
    return { account: issued.account, region, caller: issued.arn, accessKey: key };
  }
  const account = /^\d{12}$/.test(key) ? key : defaultAccount;
  return { account, region, caller: `arn:aws:iam::${account}:user/practice` };
}

/** Whoever holds a token needs no keys to ask for a role. */
function asksUnsigned({ body }: Request): boolean {
  return /(?:^|&)Action=AssumeRoleWithWebIdentity(?:&|$)/.test(body);
}

function unsigned(service: Service): Refusal {
  if (service === 's3') return new Refusal('AccessDenied', 'Access Denied', 403);
  const json = service !== 'ec2' && service !== 'sts' && service !== 'iam';
  const code = json ? 'MissingAuthenticationTokenException' : 'MissingAuthenticationToken';
  return new Refusal(code, 'Request is missing Authentication Token', json ? 400 : 403);
}
