import type { Service } from '../operation.ts';
import { issuedKeyPrefix } from '../sts/identity.ts';
import type { Place } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { header, type Request } from './reply.ts';

/** Who calls, and where the call belongs. */
export interface Caller extends Place {
  readonly caller: string;
}

const scope =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/** The service of a request: its target header, its path, or the scope it was signed for. */
export function serviceOf(request: Request): Service | null {
  if (header(request, 'x-amz-target')?.startsWith('AmazonSSM.')) return 'ssm';
  if (/^\/schedules(?:\/|$)/.test(request.url.pathname)) return 'scheduler';
  const signedFor = scope.exec(header(request, 'authorization') ?? '')?.[3];
  switch (signedFor) {
    case 'ec2':
    case 'sts':
    case 'ssm':
    case 'scheduler':
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
  if (signed === null) throw refusal(service, 'missing');
  const [, key = '', region = ''] = signed;
  if (key.startsWith(issuedKeyPrefix)) {
    const issued = world.credentials.get(key);
    if (issued === undefined || issued.expiresAt <= world.clock) throw refusal(service, 'expired');
    return { account: issued.account, region, caller: issued.arn };
  }
  const account = /^\d{12}$/.test(key) ? key : defaultAccount;
  return { account, region, caller: `arn:aws:iam::${account}:user/practice` };
}

function refusal(service: Service, trouble: 'missing' | 'expired'): Refusal {
  const json = service === 'ssm' || service === 'scheduler';
  if (trouble === 'missing') {
    const code = json ? 'MissingAuthenticationTokenException' : 'MissingAuthenticationToken';
    return new Refusal(code, 'Request is missing Authentication Token', json ? 400 : 403);
  }
  const message = 'The security token included in the request is expired';
  if (service === 'ec2') return new Refusal('RequestExpired', 'Request has expired.', 400);
  if (service === 'sts') return new Refusal('ExpiredToken', message, 403);
  return new Refusal('ExpiredTokenException', message, service === 'ssm' ? 400 : 403);
}
