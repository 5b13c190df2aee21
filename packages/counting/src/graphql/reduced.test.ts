import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  classifyGraphql,
  classifyOutcome,
  defaultRules,
  outcomeOf,
  reducedMessage,
} from './index.ts';

const codes = fc.constantFrom('FORBIDDEN', 'INTERNAL_SERVER_ERROR', 'MINE', '404', 429, 503, null);
const error = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      message: fc.constantFrom(
        ...['PersistedQueryNotFound', 'provided sha does not match query', 'no', 7],
      ),
      path: fc.oneof(fc.array(fc.oneof(fc.constantFrom('a', 'b'), fc.nat(3))), fc.jsonValue()),
      locations: fc.constantFrom([], [{ line: 1 }], null, 'x'),
      code: codes,
      errorType: codes,
      type: codes,
      extensions: fc.record(
        {
          code: codes,
          errorType: codes,
          status: codes,
          statusCode: codes,
          http: fc.record({ status: codes }),
          classification: fc.oneof(codes, fc.record({ type: codes }), fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  ),
);
const message = fc.record(
  {
    data: fc.constantFrom(null, {}, { a: { b: null } }),
    errors: fc.array(error, { maxLength: 3 }),
    hasNext: fc.boolean(),
  },
  { requiredKeys: [] },
);
const status = fc.constantFrom(200, 294, 400, 404, 422, 429, 500, null);
const rules = {
  ...defaultRules,
  partialGoodPerMille: 400,
  criticalPaths: new Map([['Pay', [['a', 'b']]]]),
  trustedDocuments: true,
  operations: new Set(['Pay']),
};

it('a reduced message is judged as the whole was, under any rules', () => {
  fc.assert(
    fc.property(
      fc.array(message, { minLength: 1, maxLength: 3 }),
      status,
      fc.constantFrom('Pay', 'Look', undefined),
      fc.constantFrom(defaultRules, rules),
      (messages, code, operation, ruled) => {
        const outcome = outcomeOf(messages);
        fc.pre(outcome !== null);
        const body = JSON.stringify(reducedMessage(outcome));
        const whole = classifyOutcome({ status: code, outcome, operation }, ruled);
        expect(classifyGraphql({ status: code, body, operation }, ruled)).toEqual(whole);
      },
    ),
    { numRuns: 300 },
  );
});
