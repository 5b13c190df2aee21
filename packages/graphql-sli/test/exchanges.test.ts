import { createHash } from 'node:crypto';
import { classifyGraphql, readRules } from '@sekisho/counting/graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OperationRecord } from '../src/apollo/index.ts';
import { type Running, startApollo, startYoga } from './servers.ts';

interface Case {
  readonly title: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly search?: string;
  /** Class and counts of each operation, joined. */
  readonly expected: readonly string[];
  /** Only where the servers name operations differently. */
  readonly names?: readonly (string | undefined)[];
  readonly types?: readonly (string | undefined)[];
}

const rules = {
  operations: ['Pay', 'Known', 'Rename'],
  trustedDocuments: true,
  criticalPaths: { Pay: ['pay.receipt'] },
  partialSuccess: 0.25,
  rateLimited: 'server',
  codes: { ADVERTS_DOWN: 'server', MY_OWN: 'user' },
  errorsAsData: [
    { path: '*.userErrors', class: 'user' },
    { path: 'buy', typename: '*Error', class: 'server' },
  ],
};

const query = (text: string, more: object = {}) => ({ query: text, ...more });
const persisted = (text: string) => ({
  extensions: {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
  },
});
const hero = 'query Hero { ok }';

const cases: readonly Case[] = [
  { title: 'a success', body: query('{ ok }'), expected: ['ok good'], types: ['query'] },
  {
    title: 'a success with a name',
    body: query('query Known { ok }'),
    expected: ['ok good'],
    names: ['Known'],
    types: ['query'],
  },
  {
    title: 'one of two operations in a document, after a fragment',
    body: query('fragment F on Query { ok } mutation A { pay { __typename } } query B { ...F }', {
      operationName: 'B',
    }),
    expected: ['ok good'],
    names: ['B'],
    types: ['query'],
  },
  {
    title: 'a GET',
    method: 'GET',
    search: '?query=query+Q{ok}',
    headers: { 'apollo-require-preflight': 'yes', accept: 'application/json' },
    expected: ['ok good'],
    names: ['Q'],
  },
  {
    title: 'a throw in a nullable field',
    body: query('{ ok fail }'),
    expected: ['partial bad 750'],
  },
  {
    title: 'a throw deep in the tree',
    body: query('{ item { owner { broken } } }'),
    expected: ['partial bad 750'],
  },
  {
    title: 'a null that travels up to a nullable field',
    body: query('{ item { owner { brokenHard } } }'),
    expected: ['partial bad 750'],
  },
  { title: 'a throw that takes all data', body: query('{ failHard }'), expected: ['failed bad'] },
  {
    title: 'UNAUTHENTICATED',
    body: query('{ failHard(code: "UNAUTHENTICATED") }'),
    expected: ['client good'],
  },
  {
    title: 'UNAUTHENTICATED with its status',
    body: query('{ failHard(code: "UNAUTHENTICATED", status: 401) }'),
    expected: ['client good'],
  },
  {
    title: 'FORBIDDEN in a part',
    body: query('{ ok fail(code: "FORBIDDEN") }'),
    expected: ['client good'],
  },
  {
    title: 'BAD_USER_INPUT',
    body: query('{ fail(code: "BAD_USER_INPUT") }'),
    expected: ['client good'],
  },
  {
    title: 'a code of the service that a rule knows',
    body: query('{ fail(code: "MY_OWN") }'),
    expected: ['client good'],
  },
  {
    title: 'a code that nobody knows',
    body: query('{ failHard(code: "WHAT") }'),
    expected: ['failed bad'],
  },
  {
    title: 'a code that nobody knows, in a part, with a status that is not written',
    body: query('{ ok fail(code: "WHAT", status: 404) }'),
    expected: ['partial bad 750'],
  },
  {
    title: 'a server error with a status',
    body: query('{ failHard(code: "DOWN", status: 503) }'),
    expected: ['server bad'],
  },
  {
    title: 'a variable of a wrong type',
    body: query('query V($n: Int!) { double(n: $n) }', { variables: { n: 'x' } }),
    expected: ['client good'],
    names: ['V'],
  },
  {
    title: 'a syntax error',
    body: query('{ ok', { operationName: 'Typo' }),
    expected: ['client good'],
    names: ['Typo'],
  },
  {
    title: 'a validation error',
    body: query('query Old { gone }'),
    expected: ['client good'],
    names: ['Old'],
    types: ['query'],
  },
  {
    title: 'a validation error of a trusted document',
    body: query('query Known { gone }'),
    expected: ['failed bad'],
    names: ['Known'],
  },
  {
    title: 'an operation that is not in the document',
    body: query('query A { ok } query B { ok }', { operationName: 'C' }),
    expected: ['client good'],
    names: ['C'],
  },
  { title: 'no query', body: { variables: {} }, expected: ['client good'] },
  { title: 'a query that is a number', body: { query: 7 }, expected: ['client good'] },
  {
    title: 'a mutation by GET',
    method: 'GET',
    search: '?query=mutation{pay{__typename}}',
    headers: { 'apollo-require-preflight': 'yes' },
    expected: ['client good'],
  },
  {
    title: 'a method that GraphQL does not have',
    method: 'PUT',
    body: query('{ ok }'),
    expected: ['client good'],
  },
  {
    title: 'a persisted query that is not known',
    body: persisted(hero),
    expected: ['protocol excluded'],
  },
  {
    title: 'a persisted query with its text',
    body: { ...query(hero), ...persisted(hero) },
    expected: ['ok good'],
    names: ['Hero'],
  },
  {
    title: 'a persisted query that is known',
    body: persisted(hero),
    expected: ['ok good'],
    names: ['Hero'],
    types: ['query'],
  },
  {
    title: 'a context that throws',
    headers: { 'x-context': 'throws' },
    body: query('{ ok }'),
    expected: ['server bad'],
  },
  {
    title: 'a context that knows the client not',
    headers: { 'x-context': 'unauthenticated' },
    body: query('{ ok }'),
    expected: ['client good'],
  },
  {
    title: 'RATE_LIMITED by a rule that blames the server',
    body: query('{ failHard(code: "RATE_LIMITED") }'),
    expected: ['failed bad'],
  },
  {
    title: 'an error on a critical path',
    body: query('mutation Pay { pay { receipt } }'),
    expected: ['partial bad'],
    names: ['Pay'],
    types: ['mutation'],
  },
  {
    title: 'an error beside a critical path',
    body: query('mutation Pay { pay { advert } }'),
    expected: ['partial bad 750'],
    names: ['Pay'],
  },
  {
    title: "a user's error that is data",
    body: query('mutation Rename { rename { userErrors { message } } }'),
    expected: ['client good'],
    names: ['Rename'],
  },
  {
    title: 'no error where errors are data',
    body: query('mutation Rename { rename(to: "x") { userErrors { message } } }'),
    expected: ['ok good'],
    names: ['Rename'],
  },
  {
    title: "a server's error that is data, by its type",
    body: query('mutation { buy { __typename } }'),
    expected: ['partial bad 750'],
  },
  {
    title: 'a batch',
    body: [
      query('query A { ok }'),
      query('query B { ok fail }'),
      query('query C { failHard(code: "FORBIDDEN") }'),
    ],
    expected: ['ok good', 'partial bad 750', 'client good'],
    names: ['A', 'B', 'C'],
    types: ['query', 'query', 'query'],
  },
  {
    title: 'a batch with a syntax error',
    body: [query('query A { ok }'), query('{', { operationName: 'B' })],
    expected: ['ok good', 'client good'],
    names: ['A', 'B'],
  },
  {
    title: 'a batch with a persisted query that is not known',
    body: [
      query('query A { ok }'),
      { ...persisted('{ nobody }'), operationName: 'B' },
      query('query C { ok }'),
    ],
    expected: ['ok good', 'protocol excluded', 'ok good'],
    names: ['A', 'B', 'C'],
  },
  {
    title: 'a client that accepts no JSON',
    headers: { accept: 'image/png' },
    body: query('{ ok }'),
    expected: [],
  },
];

const ruled = readRules(rules, (...problem) => expect.fail(JSON.stringify(problem)));

describe.each([
  ['Apollo Server', startApollo],
  ['Yoga', startYoga],
])('%s over HTTP', (server, start) => {
  const records: OperationRecord[] = [];
  let running: Running;
  beforeAll(async () => {
    running = await start({ rules, sinks: [{ record: (record) => records.push(record) }] });
  });
  afterAll(() => running.stop());

  it.each(cases)('judges $title as its text is judged', async (one) => {
    const { method = 'POST', headers = {}, body, search = '', expected } = one;
    const response = await fetch(`${running.url}${search}`, {
      method,
      headers: { ...(method === 'GET' ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const exchange = {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: text,
    };
    const operation = one.names?.map((name) => name ?? '');
    const judged = classifyGraphql({ ...exchange, operation }, ruled);
    const verdicts = 'results' in judged ? judged.results : [judged];
    await vi.waitFor(() => expect(records.length).toBeGreaterThanOrEqual(verdicts.length), 10_000);
    const seen = records.splice(0);
    expect(
      seen.map(({ verdict }) => verdict),
      `${server}: ${response.status} ${text}`,
    ).toEqual(verdicts);
    if (expected.length > 0) {
      expect(
        seen.map(({ verdict: { class: name, counts, badPerMille } }) =>
          [name, counts, badPerMille].join(' ').trim(),
        ),
      ).toEqual(expected);
    }
    expect(seen.map(({ status }) => status)).toEqual(verdicts.map(() => response.status));
    if (one.names !== undefined) expect(seen.map(({ name }) => name)).toEqual(one.names);
    if (one.types !== undefined) expect(seen.map(({ type }) => type)).toEqual(one.types);
  });
});
