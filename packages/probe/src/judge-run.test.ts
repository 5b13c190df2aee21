import { expect, it } from 'vitest';
import { type Expectation, judgeRun } from './judge-run.ts';
import type { Answered, ProbeRun } from './run.ts';

const AT = Date.UTC(2026, 9, 4);
const answered = (more: Partial<Answered> = {}, whole = 120): ProbeRun => ({
  at: AT,
  phases: { dns: 1, connect: 1, tls: 1, firstByte: 100, whole },
  outcome: {
    ...{ kind: 'answered', status: 200, body: '{"status":"ok"}', url: 'https://shop.test/' },
    certificateEnds: AT + 20.9 * 86_400_000,
    ...more,
  },
});

it.each<[string, ProbeRun, Expectation, unknown]>([
  ['a plain good answer', answered(), {}, []],
  [
    'a redirect that was not expected',
    answered({ status: 302 }),
    {},
    [{ kind: 'status', status: 302 }],
  ],
  [
    'a status among several',
    answered({ status: 302 }),
    {
      statuses: [
        [200, 204],
        [301, 308],
      ],
    },
    [],
  ],
  ['a body without the word', answered({ body: 'no' }), { bodyContains: 'ok' }, [{ kind: 'body' }]],
  ['a body of the form', answered(), { bodyMatches: /"status":\s*"ok"/g, bodyContains: 'ok' }, []],
  ['a body of another form', answered(), { bodyMatches: /^fine$/ }, [{ kind: 'body' }]],
  ['an answer just in time', answered(), { withinMs: 120 }, []],
  ['a slow answer', answered({}, 120.5), { withinMs: 120 }, [{ kind: 'slow', ms: 120.5 }]],
  ['a certificate with days enough', answered(), { certificateDays: 20 }, []],
  [
    'a certificate soon to end',
    answered(),
    { certificateDays: 21 },
    [{ kind: 'certificate', daysLeft: 20 }],
  ],
  ['no certificate at all', answered({ certificateEnds: null }), { certificateDays: 21 }, []],
  [
    'everything at once',
    answered({ status: 503, body: '' }, 999),
    { bodyContains: 'ok', withinMs: 9 },
    [{ kind: 'status', status: 503 }, { kind: 'body' }, { kind: 'slow', ms: 999 }],
  ],
])('judges %s', (_, run, expected, faults) => {
  // Twice, since a global expression remembers where it stood.
  expect(judgeRun(run, expected)).toEqual(faults);
  expect(judgeRun(run, expected)).toEqual(faults);
});

it('finds one fault with a run that failed', () => {
  const run: ProbeRun = {
    ...answered(),
    outcome: { kind: 'failed', phase: 'tls', code: 'CERT_HAS_EXPIRED' },
  };
  expect(judgeRun(run, { withinMs: 1 })).toEqual([
    { kind: 'failed', phase: 'tls', code: 'CERT_HAS_EXPIRED' },
  ]);
});
