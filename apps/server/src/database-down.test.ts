import { describe, expect, it } from 'vitest';
import { isDatabaseDown } from './database-down.ts';

const failure = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('a database that does not answer', () => {
  it.each(['25P03', '55P03', '57P01', '08006', '53100', '53300', 'ECONNREFUSED', 'EHOSTUNREACH'])(
    'is told by %s',
    (code) => expect(isDatabaseDown(failure(code))).toBe(true),
  );

  it('is told by what pg says of time that ran out', () => {
    expect(isDatabaseDown(new Error('Query read timeout'))).toBe(true);
    expect(isDatabaseDown(new Error('the database thread has ended'))).toBe(true);
  });

  it.each(['23505', '40001', '42601', '22P02'])('is not told by %s, which is ours', (code) =>
    expect(isDatabaseDown(failure(code, 'Query failed'))).toBe(false),
  );
});
