import { type Finding, found } from '@sekisho/contract';
import type { CloudError } from '../platform/cloud-error.ts';
import type { AccountExam } from './exam.ts';

/** Nobody was asked to let us in: the SDK found no credentials, or AWS does not take them. */
const unknownCaller: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
]);

/** Why a role could not be taken. */
export function refusedRole(
  { scope, subject }: Pick<AccountExam, 'scope' | 'subject'>,
  error: CloudError,
): Finding {
  const { failure, vendorCode, detail } = error;
  const role = scope.roleArn ?? '-';
  if (vendorCode === 'WrongAccount') return found('aws-role', 'other-account', subject, { detail });
  if (unknownCaller.has(vendorCode))
    return found('aws-role', 'no-credentials', subject, { detail });
  if (failure === 'unknown-outcome' || failure === 'throttled')
    return found('aws-role', 'unreachable', subject, { detail });
  return found('aws-role', 'denied', subject, { role, detail });
}
