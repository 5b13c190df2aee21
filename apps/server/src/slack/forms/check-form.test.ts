import { expect, test } from 'vitest';
import type { IncomingSubmission } from '../come-in/incoming.ts';
import { testConfig } from '../test/config.ts';
import { checkForm } from './check-form.ts';

function submission(values: Record<string, string>): IncomingSubmission {
  const given = Object.entries(values).map(([field, value]) => [field, { block: field, value }]);
  return {
    ...{ kind: 'submission', key: 'k', team: 'T0PRACTICE', user: 'U0ENG' },
    ...{ at: '2026-11-21T05:00:00Z', channel: null, responseUrl: null, trigger: null },
    ...{ form: 'ops.start', metadata: '{}' },
    values: Object.fromEntries(given) as IncomingSubmission['values'],
  };
}

test.each([
  [
    'engineer',
    '「チケット」が長すぎます(「xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…」)。200 文字以内にしてください。',
  ],
  [
    'sre2',
    '"Ticket" is too long: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…". Shorten it to 200 characters or fewer.',
  ],
])('what the contract does not take is told %s in their language', (id, said) => {
  const person = testConfig.people.find((one) => one.id === id);
  if (person === undefined) throw new Error(`nobody is ${id}`);
  const incoming = submission({ environment: 'staging', reason: 'look', ticket: 'x'.repeat(201) });
  const check = { config: testConfig, person, people: new Map(), now: new Date() };
  const checked = checkForm('ops.start', incoming, check);
  expect(checked).toEqual({ errors: { ticket: said } });
});
