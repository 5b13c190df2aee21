import { ClickHouseError } from '@clickhouse/client';
import { SourceError, type SourceErrorCode } from '@sekisho/core/sources';

/**
 * What ClickHouse's own codes mean; those not listed say that the question is wrong.
 * Source: ClickHouse, `src/Common/ErrorCodes.cpp`.
 */
const meanings: Readonly<Record<string, SourceErrorCode>> = {
  159: 'unreachable', // TIMEOUT_EXCEEDED
  173: 'unreachable', // CANNOT_ALLOCATE_MEMORY
  192: 'denied', // UNKNOWN_USER
  193: 'denied', // WRONG_PASSWORD
  194: 'denied', // REQUIRED_PASSWORD
  195: 'denied', // IP_ADDRESS_NOT_ALLOWED
  198: 'unreachable', // DNS_ERROR
  201: 'limited', // QUOTA_EXCEEDED
  202: 'limited', // TOO_MANY_SIMULTANEOUS_QUERIES
  203: 'unreachable', // NO_FREE_CONNECTION
  209: 'unreachable', // SOCKET_TIMEOUT
  210: 'unreachable', // NETWORK_ERROR
  241: 'unreachable', // MEMORY_LIMIT_EXCEEDED
  242: 'unreachable', // TABLE_IS_READ_ONLY
  279: 'unreachable', // ALL_CONNECTION_TRIES_FAILED
  291: 'denied', // DATABASE_ACCESS_DENIED
  394: 'unreachable', // QUERY_WAS_CANCELLED
  439: 'unreachable', // CANNOT_SCHEDULE_TASK
  497: 'denied', // ACCESS_DENIED
  499: 'unreachable', // S3_ERROR
  516: 'denied', // AUTHENTICATION_FAILED
  999: 'unreachable', // KEEPER_EXCEPTION
};

/** Says in the words of sources why a question to ClickHouse failed. */
export function toSourceError(error: unknown): SourceError {
  if (error instanceof ClickHouseError) {
    const message = `ClickHouse: ${error.code} ${error.type ?? ''}: ${error.message.slice(0, 300)}`;
    return new SourceError(meanings[error.code] ?? 'refused', message, { cause: error });
  }
  if (error instanceof SyntaxError) {
    return new SourceError('bad-answer', 'ClickHouse: an answer that is no JSON', { cause: error });
  }
  const detail = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return new SourceError('unreachable', `ClickHouse: ${detail}`, { cause: error });
}
