import { classifyGraphql, readRules } from '@sekisho/counting/graphql';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OperationRecord } from './finished-operation.ts';
import { gatherMessages } from './gather-messages.ts';
import { plainMessage } from './plain-message.ts';
import { createRecorder } from './recorder.ts';

/** An error as a server holds it: an object with a text form of its own. */
function serverError(fields: object): Error {
  return Object.assign(new Error('no'), {
    ...fields,
    toJSON: () => ({ message: 'no', ...fields }),
  });
}

const code = fc.constantFrom(
  'FORBIDDEN',
  'INTERNAL_SERVER_ERROR',
  'PERSISTED_QUERY_NOT_FOUND',
  'MINE',
  404,
  undefined,
);
const fields = fc.record(
  {
    path: fc.array(fc.oneof(fc.constantFrom('a', 'b'), fc.nat(3)), { maxLength: 3 }),
    locations: fc.constantFrom([], [{ line: 1, column: 1 }], undefined),
    extensions: fc.record({ code, at: fc.constant(new Date(0)) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const error = fc.oneof(
  fields.map(serverError),
  fields,
  fc.constantFrom(null, 'text', undefined, 7n),
);
/** Values as resolvers and scalars give them; not all are JSON yet. */
const leaf = fc.constantFrom<unknown>(
  ...[null, undefined, '', 'x', 0, Number.NaN, new Date(0), new Date(Number.NaN), () => 1],
  ...[{ toJSON: () => null }, { toJSON: () => [{ __typename: 'MyError' }] }, Symbol('s')],
);
const data = fc.oneof(
  fc.constant(null),
  fc.dictionary(
    fc.constantFrom('a', 'b'),
    fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 2 }),
      fc.record({ b: leaf, __typename: fc.constantFrom('MyError', 'Item') }, { requiredKeys: [] }),
    ),
  ),
);
const message = fc.record(
  {
    data,
    errors: fc.array(error, { maxLength: 2 }),
    hasNext: fc.boolean(),
    incremental: fc.array(
      fc.record({ errors: fc.array(error, { maxLength: 1 }) }, { requiredKeys: [] }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const everyRule = {
  partialSuccess: 0.4,
  criticalPaths: { Pay: ['a.b'] },
  operations: ['Pay'],
  trustedDocuments: true,
  errorsAsData: [
    { path: '*.b', class: 'server' },
    { path: 'a', typename: '*Error', class: 'user' },
  ],
};
const declared = fc.constantFrom({}, everyRule);
const about = fc.record({
  status: fc.constantFrom(200, 294, 401, 404, 422, 429, 503),
  aborted: fc.boolean(),
  name: fc.constantFrom('Pay', 'Look', undefined),
});

function recorded(
  messages: readonly unknown[],
  rules: object,
  more: { status: number; aborted: boolean; name: string | undefined },
) {
  const records: OperationRecord[] = [];
  const problems: unknown[] = [];
  const recorder = createRecorder({
    rules,
    sinks: [{ record: (record) => records.push(record) }],
    onProblem: (problem) => problems.push(problem),
  });
  recorder.record({ ...more, messages, type: 'query', durationMs: 1 });
  expect(problems).toEqual([]);
  return records[0]?.verdict;
}

function textOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** A member of a list that is itself a list only once it is text: found by chance, and kept. */
const listFromText = { data: { a: [{ toJSON: () => [{ __typename: 'MyError' }] }] } };

it('objects are judged as the text that a server makes of them', () => {
  fc.assert(
    fc.property(message, declared, about, (value, rules, { status, aborted, name }) => {
      const body = textOf(value);
      const verdict = recorded([plainMessage(value)], rules, { status, aborted, name });
      // What cannot be written is the server's failure, and its own answer then says so.
      if (body === null) {
        expect(verdict?.counts).not.toBe('good');
        return;
      }
      const ruled = readRules(rules, () => expect.fail());
      expect(verdict).toEqual(classifyGraphql({ status, body, operation: name, aborted }, ruled));
    }),
    {
      numRuns: 300,
      examples: [[listFromText, everyRule, { status: 200, aborted: false, name: undefined }]],
    },
  );
});

it('messages of a stream are judged as its text, in memory that does not grow', () => {
  fc.assert(
    fc.property(
      fc.array(message, { minLength: 1, maxLength: 6 }),
      declared,
      about,
      (values, rules, more) => {
        const parts = values.map(textOf);
        fc.pre(!parts.includes(null));
        const gathered = gatherMessages('errorsAsData' in rules);
        for (const value of values) gathered.add(plainMessage(value));
        const body = parts.map((part) => `data: ${part ?? ''}\n\n`).join('');
        const { status, name: operation, aborted } = more;
        const exchange = { status, body, operation, aborted, contentType: 'text/event-stream' };
        const ruled = readRules(rules, () => expect.fail());
        expect(recorded(gathered.messages(), rules, more)).toEqual(
          classifyGraphql(exchange, ruled),
        );
      },
    ),
    { numRuns: 300 },
  );
  const endless = gatherMessages(false);
  for (let n = 0; n < 10_000; n += 1)
    endless.add({ data: { n }, errors: [{ message: `${n}`, path: [n] }] });
  for (let n = 0; n < 10_000; n += 1) endless.add({ errors: [{ extensions: { code: `C${n}` } }] });
  expect(endless.messages().length).toBeLessThanOrEqual(201);
});
