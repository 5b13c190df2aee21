import { AppError } from '@sekisho/core';

/*
 * What `pg` throws when the database cannot be reached, or does not get to an answer: the socket's
 * own codes, and PostgreSQL's classes 08 (connection exception) and 53 (too many connections, no
 * disk, no memory), 57P0x (shutting down, starting up), 25P03 (cut off for idling in a
 * transaction, as after a pause) and 55P03 (a lock was not had in time).
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|53...|57P0[123]|25P03|55P03)$/;
const messages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|the database thread has ended)/;

/** Whether an error says that the database does not answer, rather than that we asked wrongly. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return codes.test(code) || messages.test(error.message);
}

/** The failure that a reader is told of, for one that somebody foresaw; null for a bug. */
export function foreseen(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return isDatabaseDown(error) ? new AppError('database-unreachable', {}, error) : null;
}
