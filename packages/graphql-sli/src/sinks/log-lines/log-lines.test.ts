import { describe, expect, it } from 'vitest';
import { sampleRecord, verdicts } from '../../../test/sample-record.ts';
import type { OperationRecord } from '../../operation/finished-operation.ts';
import { logLinesSink } from './log-lines.ts';

function lineOf(record: OperationRecord): Record<string, unknown> {
  const lines: string[] = [];
  logLinesSink({ write: (line) => lines.push(line) }).record(record);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]*\n$/);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('log lines', () => {
  it('say when, what, how long and how it was judged', () => {
    expect(lineOf(sampleRecord({ durationMs: 1.23456 }))).toEqual({
      time: '2026-10-04T00:01:02.345Z',
      status: 200,
      sliStatus: 200,
      duration: 0.001235,
      operation: 'Look',
      type: 'query',
      class: 'ok',
      counts: 'good',
      aborted: false,
      body: { data: {} },
    });
  });

  it.each([
    [verdicts.ok, 200],
    [verdicts.client, 400],
    [verdicts.failed, 500],
    [verdicts.aborted, 499],
    [verdicts.partial, 200],
    [{ ...verdicts.partial, badPerMille: 500 }, 500],
  ])('give %o the status by which it is counted', (verdict, expected) => {
    expect(lineOf(sampleRecord({ verdict }))['sliStatus']).toBe(expected);
  });

  it('hold nothing that a user wrote or was answered', () => {
    const secret = 'a secret';
    const errors = [
      {
        message: secret,
        locations: [{ line: 1, column: 2, of: secret }],
        path: ['user', 3, 'mail'],
        extensions: { code: 'DOWN', stacktrace: [secret], http: { status: 503, headers: secret } },
        [secret]: secret,
      },
    ];
    const results = [{ user: { mail: secret } }];
    const outcome = { data: 'present', errors, results, cutOff: false } as const;
    const line = lineOf(sampleRecord({ outcome, verdict: verdicts.failed }));
    expect(JSON.stringify(line)).not.toContain(secret);
    expect(line['body']).toEqual({
      data: {},
      errors: [
        {
          path: ['user', 'mail'],
          locations: [{}],
          extensions: { code: 'DOWN', http: { status: 503 } },
        },
      ],
    });
  });

  it('say what was no answer of GraphQL', () => {
    const none = { outcome: null, durationMs: null, name: undefined, type: undefined };
    expect(lineOf(sampleRecord(none))).toMatchObject({ duration: null, body: 'not GraphQL' });
    expect(lineOf(sampleRecord({ ...none, isEmpty: true }))['body']).toBe('');
  });
});
