import type { Service } from './operation.ts';
import { Refusal } from './world/refusal.ts';

/** "Too many calls", as each service says it. */
export function throttled(service: Service): Refusal {
  switch (service) {
    case 'ec2':
      return new Refusal('RequestLimitExceeded', 'Request limit exceeded.', 503);
    case 's3':
      return new Refusal('SlowDown', 'Please reduce your request rate.', 503);
    case 'scheduler':
      return new Refusal('ThrottlingException', 'Rate exceeded', 429);
    case 'sts':
    case 'iam':
      return new Refusal('Throttling', 'Rate exceeded', 400);
    case 'organizations':
      return new Refusal('TooManyRequestsException', 'Rate exceeded', 400);
    default:
      return new Refusal('ThrottlingException', 'Rate exceeded', 400);
  }
}

/** "Something broke", as each service says it. */
export function broken(service: Service): Refusal {
  switch (service) {
    case 'ec2':
    case 's3':
    case 'sts':
      return new Refusal('InternalError', 'An internal error has occurred', 500);
    case 'iam':
      return new Refusal('ServiceFailure', 'The request processing has failed.', 500);
    default:
      return new Refusal('InternalServerError', 'An error occurred on the server side.', 500);
  }
}

/**
 * "You may not", as each service says it.
 *
 * @param call with the action that was refused, where it is not named as the operation is
 * @param because ends the sentence, where there is a reason
 */
export function denied(
  service: Service,
  call: { readonly caller: string; readonly operation: string; readonly action?: string },
  because = '',
): Refusal {
  const action = call.action ?? `${service}:${call.operation}`;
  const sentence = `User: ${call.caller} is not authorized to perform: ${action}${because}`;
  switch (service) {
    case 'ec2':
      return new Refusal(
        'UnauthorizedOperation',
        `You are not authorized to perform this operation. ${sentence}`,
        403,
      );
    case 's3':
    case 'sts':
    case 'iam':
      return new Refusal('AccessDenied', sentence, 403);
    case 'scheduler':
      return new Refusal('AccessDeniedException', sentence, 403);
    default:
      return new Refusal('AccessDeniedException', sentence, 400);
  }
}

/** "Your credentials have ended", as each service says it. */
export function expired(service: Service): Refusal {
  const message = 'The security token included in the request is expired';
  switch (service) {
    case 'ec2':
      return new Refusal('RequestExpired', 'Request has expired.', 400);
    case 'sts':
    case 'iam':
      return new Refusal('ExpiredToken', message, 403);
    case 's3':
      return new Refusal('ExpiredToken', message, 400);
    case 'scheduler':
      return new Refusal('ExpiredTokenException', message, 403);
    default:
      return new Refusal('ExpiredTokenException', message, 400);
  }
}
