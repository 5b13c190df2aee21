import { CloudError, type CloudFailure } from '@sekisho/core/cloud';

interface EngineAnswer {
  readonly statusCode: number;
  readonly reason: string | undefined;
  readonly json: unknown;
}

/** Says of anything that was thrown why the engine refused or failed. */
export function toCloudError(error: unknown): CloudError {
  if (error instanceof CloudError) return error;
  const answer = answerOf(error);
  if (answer !== null) return fromAnswer(answer, error);
  const code = String((error as { code?: unknown } | null)?.code ?? 'EngineFailed');
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'EACCES') return new CloudError('denied', code, detail, error);
  const late = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return new CloudError('unknown-outcome', late ? 'EngineTimedOut' : code, detail, error);
}

/** The status of what an engine answered instead of doing as it was asked; null of other failures. */
export function statusOf(error: unknown): number | null {
  return answerOf(error)?.statusCode ?? null;
}

/** What a call answers, or null where the engine knows no such thing. Errors: all others of the call. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

function answerOf(error: unknown): EngineAnswer | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  const { statusCode, reason, json } = error as Record<string, unknown>;
  if (typeof statusCode !== 'number') return null;
  return { statusCode, reason: typeof reason === 'string' ? reason : undefined, json };
}

function fromAnswer({ statusCode, reason, json }: EngineAnswer, cause: unknown): CloudError {
  const told = (json as { message?: unknown } | null | undefined)?.message;
  const detail = typeof told === 'string' ? told : (reason ?? String(cause));
  return new CloudError(failureOf(statusCode, detail), `HTTP${statusCode}`, detail, cause);
}

const byStatus: Readonly<Record<number, CloudFailure>> = {
  400: 'invalid',
  401: 'denied',
  403: 'denied',
  404: 'not-found',
  409: 'conflict',
  429: 'throttled',
};

/** Podman answers 500 to what an image cannot do, which no repetition mends. */
const hopeless = /executable file|no such file or directory|OCI runtime|permission denied/i;

function failureOf(statusCode: number, detail: string): CloudFailure {
  const known = byStatus[statusCode];
  if (known !== undefined) return known;
  return hopeless.test(detail) ? 'invalid' : 'unknown-outcome';
}
