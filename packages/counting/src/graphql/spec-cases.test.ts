import { describe, expect, it } from 'vitest';
import { classifyGraphql, type GraphqlExchange } from './index.ts';

/*
 * The examples of GraphQL over HTTP (first edition) and of GraphQL itself, each as the exchanges
 * that a server may answer with. Where an example prescribes a status, that one is used.
 */
const http = 'https://graphql.github.io/graphql-over-http/draft/';
const spec = 'https://spec.graphql.org/draft/';

const modern = 'application/graphql-response+json; charset=utf-8';
const legacy = 'application/json; charset=utf-8';

interface Case {
  readonly title: string;
  readonly link: string;
  readonly exchange: Pick<GraphqlExchange, 'status'> & { readonly contentType: string };
  readonly body: unknown;
  readonly verdict: { readonly class: string; readonly counts: string };
}

const located = {
  message: 'Syntax Error: Expected Name, found <EOF>.',
  locations: [{ line: 1, column: 2 }],
};
const unlocated = { message: 'Must provide query string.' };
const field = {
  message: 'Name could not be fetched.',
  locations: [{ line: 6, column: 7 }],
  path: ['hero', 'heroFriends', 1, 'name'],
};
const hero = {
  hero: {
    name: 'R2-D2',
    heroFriends: [
      { id: '1000', name: 'Luke' },
      { id: '1002', name: null },
    ],
  },
};

const client = { class: 'client', counts: 'good' };
const ok = { class: 'ok', counts: 'good' };
const partial = { class: 'partial', counts: 'bad' };
const failed = { class: 'failed', counts: 'bad' };

const at = (status: number | null, contentType: string) => ({ status, contentType });

const cases: readonly Case[] = [
  {
    title: 'a JSON parsing failure',
    link: `${http}#sec-application-graphql-response-json.Examples.JSON-parsing-failure`,
    exchange: at(400, modern),
    body: { errors: [unlocated] },
    verdict: client,
  },
  {
    title: 'invalid parameters',
    link: `${http}#sec-application-graphql-response-json.Examples.Invalid-parameters`,
    exchange: at(422, modern),
    body: { errors: [unlocated] },
    verdict: client,
  },
  {
    title: 'a document parsing failure',
    link: `${http}#sec-application-graphql-response-json.Examples.Document-parsing-failure`,
    exchange: at(400, modern),
    body: { errors: [located] },
    verdict: client,
  },
  {
    title: 'a document parsing failure, answered with 200',
    link: `${http}#sec-application-json.Examples.Document-parsing-failure`,
    exchange: at(200, legacy),
    body: { errors: [located] },
    verdict: client,
  },
  {
    title: 'a document validation failure',
    link: `${http}#sec-application-graphql-response-json.Examples.Document-validation-failure`,
    exchange: at(422, modern),
    body: {
      errors: [
        { message: 'Cannot query field "x" on type "Query".', locations: [{ line: 1, column: 3 }] },
      ],
    },
    verdict: client,
  },
  {
    title: 'a document validation failure, answered with 200',
    link: `${http}#sec-application-json.Examples.Document-validation-failure`,
    exchange: at(200, legacy),
    body: {
      errors: [
        {
          message: 'Cannot query field "x" on type "Query".',
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    },
    verdict: client,
  },
  {
    title: 'an operation that cannot be determined',
    link: `${http}#sec-application-graphql-response-json.Examples.Operation-cannot-be-determined`,
    exchange: at(422, modern),
    body: { errors: [unlocated] },
    verdict: client,
  },
  {
    title: 'an operation that cannot be determined, answered with 200 and a code',
    link: `${http}#sec-application-json.Examples.Operation-cannot-be-determined`,
    exchange: at(200, legacy),
    body: {
      errors: [
        { message: 'Unknown operation.', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
      ],
    },
    verdict: client,
  },
  {
    title: 'a variable coercion failure',
    link: `${http}#sec-application-graphql-response-json.Examples.Variable-coercion-failure`,
    exchange: at(422, modern),
    body: { errors: [{ message: 'Variable "$i" got invalid value 7.' }] },
    verdict: client,
  },
  {
    title: 'a variable coercion failure, answered with 200',
    link: `${http}#sec-application-json.Examples.Variable-coercion-failure`,
    exchange: at(200, legacy),
    body: {
      errors: [
        { message: 'Variable "$i" got invalid value 7.', locations: [{ line: 1, column: 9 }] },
      ],
    },
    verdict: client,
  },
  {
    title: 'field errors, as 294 Partial Success',
    link: `${http}#sec-Partial-Success`,
    exchange: at(294, modern),
    body: { data: hero, errors: [field] },
    verdict: partial,
  },
  {
    title: 'field errors, as 200',
    link: `${http}#sec-application-json.Examples.Field-errors-encountered-during-execution`,
    exchange: at(200, legacy),
    body: { data: hero, errors: [field] },
    verdict: partial,
  },
  {
    title: 'data that is null with an error, as 294',
    link: `${http}#sec-Partial-Success`,
    exchange: at(294, modern),
    body: { data: null, errors: [field] },
    verdict: failed,
  },
  {
    title: '294 of which no body was kept',
    link: `${http}#sec-Partial-Success`,
    exchange: at(294, modern),
    body: '',
    verdict: partial,
  },
  {
    title: '294 whose body shows no error',
    link: `${http}#sec-Partial-Success`,
    exchange: at(294, modern),
    body: { data: hero },
    verdict: ok,
  },
  {
    title: 'a client that is not allowed',
    link: `${http}#sec-application-graphql-response-json`,
    exchange: at(403, modern),
    body: { errors: [unlocated] },
    verdict: client,
  },
  {
    title: 'an overloaded server',
    link: `${http}#sec-application-graphql-response-json`,
    exchange: at(503, modern),
    body: { errors: [unlocated] },
    verdict: { class: 'server', counts: 'bad' },
  },
  {
    title: 'a whole answer',
    link: `${spec}#sec-Execution-Result`,
    exchange: at(200, modern),
    body: { data: hero, extensions: { cost: 3 } },
    verdict: ok,
  },
  {
    title: 'an answer of no fields',
    link: `${spec}#sec-Data`,
    exchange: at(200, modern),
    body: { data: {} },
    verdict: ok,
  },
  {
    title: 'an execution error with a code of its own',
    link: `${spec}#sec-Errors.Error-Result-Format`,
    exchange: at(200, modern),
    body: { data: hero, errors: [{ ...field, extensions: { code: 'CAN_NOT_FETCH_BY_ID' } }] },
    verdict: partial,
  },
  {
    title: 'a request error without a reason',
    link: `${spec}#sec-Errors.Request-Errors`,
    exchange: at(200, legacy),
    body: { errors: [{ message: 'Context creation failed' }] },
    verdict: failed,
  },
  {
    title: 'null without errors, which the specification does not allow',
    link: `${spec}#sec-Data`,
    exchange: at(200, modern),
    body: { data: null },
    verdict: failed,
  },
  {
    title: 'neither data nor errors',
    link: `${spec}#sec-Response-Format`,
    exchange: at(200, modern),
    body: {},
    verdict: { class: 'not-graphql', counts: 'bad' },
  },
];

describe('the examples of the specifications', () => {
  it.each(cases)('judges $title ($link)', ({ exchange, body, verdict }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(classifyGraphql({ ...exchange, body: text })).toEqual(verdict);
  });
});
