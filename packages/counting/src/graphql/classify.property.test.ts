import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BatchVerdict,
  classifyGraphql,
  defaultRules,
  type GraphqlExchange,
  type GraphqlRules,
  readRules,
  type Verdict,
} from './index.ts';

const counts = ['good', 'bad', 'excluded'];
const classes = [
  'ok',
  'client',
  'partial',
  'failed',
  'server',
  'not-graphql',
  'protocol',
  'aborted',
];

const code = fc.constantFrom(
  'FORBIDDEN',
  'INTERNAL_SERVER_ERROR',
  'RATE_LIMITED',
  'PERSISTED_QUERY_NOT_FOUND',
  'MINE',
  404,
  500,
  null,
);
const error = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        message: fc.constantFrom('no', 'PersistedQueryNotFound'),
        path: fc.array(fc.oneof(fc.constantFrom('a', 'b'), fc.nat(3))),
        locations: fc.constantFrom([], [{ line: 1, column: 1 }]),
        extensions: fc.record({ code, classification: fc.jsonValue() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  },
);
const response = fc.record(
  {
    data: fc.oneof(
      fc.constant(null),
      fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.jsonValue()),
      fc.jsonValue(),
    ),
    errors: fc.oneof(
      { weight: 4, arbitrary: fc.array(error) },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
    hasNext: fc.boolean(),
    incremental: fc.array(fc.oneof(fc.jsonValue(), fc.record({ errors: fc.array(error) }))),
    payload: fc.jsonValue(),
    id: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const status = fc.oneof(
  fc.constantFrom(200, 200, 200, 294, 400, 401, 422, 429, 460, 500),
  fc.integer({ min: 100, max: 999 }),
  fc.constant(null),
);
const contentType = fc.constantFrom(
  undefined,
  '',
  'application/json',
  'multipart/mixed; boundary=-',
  'multipart/mixed;boundary="',
  'text/event-stream',
);
const operation = fc.option(fc.constantFrom('Pay', 'Look'), { nil: undefined });
const rules: fc.Arbitrary<GraphqlRules> = fc.constantFrom(defaultRules, {
  ...defaultRules,
  partialGoodPerMille: 400,
  criticalPaths: new Map([['Pay', [['a', 'b']]]]),
  trustedDocuments: true,
  operations: new Set(['Pay']),
  rateLimited: 'excluded' as const,
  errorsAsData: [
    { path: ['*', 'b'], class: 'server' as const },
    { path: ['a'], typename: '*Error', class: 'user' as const },
  ],
});

function isVerdict(verdict: Verdict): void {
  expect(counts).toContain(verdict.counts);
  expect(classes).toContain(verdict.class);
}

function checked(exchange: GraphqlExchange, ruled: GraphqlRules): Verdict | BatchVerdict {
  const verdict = classifyGraphql(exchange, ruled);
  if ('results' in verdict) verdict.results.forEach(isVerdict);
  else isVerdict(verdict);
  return verdict;
}

describe('any exchange', () => {
  it('has a verdict, whatever text its body is', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.json(),
      response.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, status, contentType, operation, rules, (body, code, type, name, ruled) => {
        checked({ body, status: code, contentType: type, operation: name }, ruled);
      }),
    );
  });

  it('has a verdict, in whatever parts it comes', () => {
    const part = fc.oneof(
      response.map((value) => JSON.stringify(value)),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(part),
        fc.constantFrom(
          '\n---\n\n',
          '\r\n---\r\nA: b\r\n\r\n',
          '\n\ndata:',
          '\nevent: next\ndata: ',
        ),
        contentType,
        rules,
        (parts, between, type, ruled) => {
          checked({ body: between + parts.join(between), status: 200, contentType: type }, ruled);
        },
      ),
    );
  });

  it('has the verdicts of each operation alone when it is a batch', () => {
    fc.assert(
      fc.property(
        fc.array(response, { minLength: 1 }),
        status,
        operation,
        rules,
        (members, code, name, ruled) => {
          const at = (value: unknown) =>
            checked({ body: JSON.stringify(value), status: code, operation: name }, ruled);
          expect(at(members)).toEqual({ results: members.map(at) });
        },
      ),
    );
  });

  it('has the same verdict in whatever order its errors stand', () => {
    const shuffled = fc
      .array(error, { minLength: 1 })
      .chain((errors) =>
        fc.tuple(fc.constant(errors), fc.shuffledSubarray(errors, { minLength: errors.length })),
      );
    fc.assert(
      fc.property(
        shuffled,
        fc.constantFrom(undefined, null, { a: 1 }),
        status,
        operation,
        rules,
        ([one, other], data, code, name, ruled) => {
          const at = (errors: unknown) =>
            checked(
              { body: JSON.stringify({ data, errors }), status: code, operation: name },
              ruled,
            );
          expect(at(one)).toEqual(at(other));
        },
      ),
    );
  });

  it('is never good when the server has failed for any of it', () => {
    fc.assert(
      fc.property(
        fc.array(error),
        fc.constantFrom(undefined, null, { a: 1 }),
        fc.nat(),
        (errors, data, place) => {
          const broken = { message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
          const all = errors.toSpliced(place % (errors.length + 1), 0, broken);
          const verdict = checked(
            { body: JSON.stringify({ data, errors: all }), status: 200 },
            defaultRules,
          );
          expect(verdict).toMatchObject({ counts: 'bad' });
        },
      ),
    );
  });
});

describe('any rules', () => {
  it('are read or refused, and judge without failing', () => {
    const keys = fc.constantFrom(
      'codes',
      'rateLimited',
      'criticalPaths',
      'partialSuccess',
      'operations',
      'trustedDocuments',
      'errorsAsData',
      'clientStatuses',
      'aborted',
      'else',
    );
    const raw = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        keys,
        fc.oneof(fc.jsonValue(), fc.bigInt(), fc.dictionary(fc.string(), fc.array(fc.jsonValue()))),
      ),
    );
    fc.assert(
      fc.property(raw, response, (value, body) => {
        const read = readRules(value, () => {});
        expect(read.partialGoodPerMille).toSatisfy(
          (good: number) => Number.isInteger(good) && good >= 0 && good <= 1000,
        );
        checked({ body: JSON.stringify(body), status: 200, operation: 'Pay' }, read);
      }),
    );
  });
});
