import type { StatementResult, StatementRunner } from './pglite-pool.ts';

/** A statement for a database elsewhere, and its answer; `sql` null means that it shall close. */
export interface StatementRequest {
  readonly id: number;
  readonly sql: string | null;
  readonly parameters: readonly unknown[];
}
export type StatementAnswer =
  | { readonly id: number; readonly result: StatementResult }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string } };

/** Statements that are under way to a database in another thread or process. */
export interface StatementCalls {
  ask(sql: string | null, parameters: readonly unknown[]): Promise<StatementResult>;
  /** Hands an answer to who waits for it. */
  take(answer: StatementAnswer): void;
  /** Nothing is answered any more: whoever waits, or asks from now on, is told so at once. */
  fail(error: Error): void;
}

/** @param post sends a request on its way */
export function createStatementCalls(post: (request: StatementRequest) => void): StatementCalls {
  const waiting = new Map<number, PromiseWithResolvers<StatementResult>>();
  let last = 0;
  let failed: Error | null = null;
  return {
    ask(sql, parameters) {
      if (failed !== null) return Promise.reject(failed);
      const caller = Promise.withResolvers<StatementResult>();
      last += 1;
      waiting.set(last, caller);
      post({ id: last, sql, parameters });
      return caller.promise;
    },
    take(answer) {
      const caller = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('result' in answer) caller?.resolve(answer.result);
      else
        caller?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
    },
    fail(error) {
      failed ??= error;
      for (const caller of waiting.values()) caller.reject(error);
      waiting.clear();
    },
  };
}

/**
 * Carries out a request by a runner, and closes it where that is asked for.
 * Errors: throws `WebAssembly.RuntimeError`: what is left of an engine that crashed answers nothing right.
 */
export async function answerStatement(
  runner: StatementRunner | Promise<StatementRunner>,
  { id, sql, parameters }: StatementRequest,
): Promise<StatementAnswer> {
  try {
    const { query, close } = await runner;
    if (sql !== null) return { id, result: await query(sql, parameters) };
    await close();
    return { id, result: { rows: [], affectedRows: 0 } };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    const { message, code } = error as { message: string; code?: string };
    return { id, error: { message, code: code ?? '' } };
  }
}
