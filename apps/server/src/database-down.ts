/*
 * What `pg` throws when the database cannot be reached: the socket's own codes, PostgreSQL's classes
 * 08 (connection exception), 57P0x (shutting down, starting up) and 53300 (too many connections).
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|08...|57P0[123]|53300)$/;
const messages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error says that the database does not answer, rather than that we asked wrongly. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return codes.test(code) || messages.test(error.message);
}
