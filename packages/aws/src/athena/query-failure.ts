import { SourceError } from '@sekisho/core/sources';

/** How Athena says that a query ended without an answer. */
interface FailedStatus {
  readonly State: string;
  readonly StateChangeReason?: string | undefined;
  readonly AthenaError?:
    | { readonly ErrorCategory?: number | undefined; readonly Retryable?: boolean | undefined }
    | undefined;
}

const system = 1;

/**
 * Why a query failed. The categories are 1 (Athena itself), 2 (the user), 3 (others); the reason is
 * a sentence only.
 * Source: Amazon Athena API Reference, "AthenaError"; User Guide, "Permission denied" in troubleshooting.
 */
export function queryFailure({ State, StateChangeReason, AthenaError }: FailedStatus): SourceError {
  const reason = StateChangeReason ?? State;
  const message = `Athena: ${reason.slice(0, 300)}`;
  if (State === 'CANCELLED') return new SourceError('unreachable', message);
  if (/access denied|not authorized|insufficient (lake formation )?permission/i.test(reason)) {
    return new SourceError('denied', message);
  }
  if (/exhausted resources at this scale factor|too many requests|slow ?down/i.test(reason)) {
    return new SourceError('limited', message);
  }
  const again = AthenaError?.ErrorCategory === system || AthenaError?.Retryable === true;
  return new SourceError(again ? 'unreachable' : 'refused', message);
}
