import type { InputOf, OutputOf, Problem, VerbName } from './index.ts';

/** A failed answer, as the server told it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Address of the server without a trailing slash; empty for the page's own origin. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Headers of every call: who asks, in which language. */
  readonly headers: () => Readonly<Record<string, string>>;
}

export interface CallOptions {
  /** Repeating a write with the same key answers as the first time did. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Client {
  /** Calls a verb. Errors: `ProblemError` for every answer that is not success; `TypeError` when no server answers. */
  call<Name extends VerbName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ): Promise<OutputOf<Name>>;
}

/** Path of a verb below the server's address: `ops.start` → `/api/v1/ops/start`. */
export function verbPath(name: string): string {
  return `/api/v1/${name.replaceAll('.', '/')}`;
}

/** Makes the typed client of the HTTP door. */
export function createClient(options: ClientOptions): Client {
  return {
    async call(name, input, { idempotencyKey, signal } = {}) {
      const response = await options.fetch(options.baseUrl + verbPath(name), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...options.headers(),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        body: JSON.stringify(input),
        ...(signal === undefined ? {} : { signal }),
      });
      if (!response.ok) throw new ProblemError(await readProblem(response));
      return (await response.json()) as never;
    },
  };
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return body;
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'bug',
    detail: `The server answered ${response.status} without saying why.`,
    fix: 'Is this the address of a Sekisho server?',
    requestId: '',
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
