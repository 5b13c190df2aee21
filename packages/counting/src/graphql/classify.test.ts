import { describe, expect, it } from 'vitest';
import {
  classifyGraphql,
  defaultRules,
  type ErrorClass,
  type GraphqlExchange,
  type GraphqlRules,
} from './index.ts';
import { codeKey } from './known-codes.ts';

const judge = (
  body: unknown,
  more: Partial<GraphqlExchange> = {},
  rules: Partial<GraphqlRules> = {},
) =>
  classifyGraphql(
    { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body), ...more },
    { ...defaultRules, ...rules },
  );
const failing = (...codes: readonly unknown[]) => ({
  errors: codes.map((code) => ({ message: 'no', extensions: { code } })),
});
const shop = { checkout: { payment: null, banner: null } };
const errorAt = (...path: readonly unknown[]) => ({
  message: 'no',
  path,
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
});

const good = { class: 'ok', counts: 'good' };
const client = { class: 'client', counts: 'good' };
const partial = { class: 'partial', counts: 'bad' };
const failed = { class: 'failed', counts: 'bad' };
const server = { class: 'server', counts: 'bad' };
const notGraphql = { class: 'not-graphql', counts: 'bad' };
const protocol = { class: 'protocol', counts: 'excluded' };
const aborted = { class: 'aborted', counts: 'excluded' };

describe('the exchange itself', () => {
  it.each([500, 502, 503, 504, 520, 561])(
    'takes %i for the server’s fault, whatever the body says',
    (status) => {
      expect(judge({ data: {} }, { status })).toEqual(server);
      expect(judge(failing('BAD_USER_INPUT'), { status })).toEqual(server);
      expect(judge('<html>', { status })).toEqual(server);
    },
  );

  it('takes no response for the server’s fault', () => {
    expect(judge('', { status: null })).toEqual(server);
    expect(judge('', { status: 0 })).toEqual(server);
  });

  it('excludes a request whose client went away, by its mark or by 499 and 460', () => {
    expect(judge('', { status: null, aborted: true })).toEqual(aborted);
    expect(judge({ data: {} }, { aborted: true })).toEqual(aborted);
    expect(judge('', { status: 499 })).toEqual(aborted);
    expect(judge('', { status: 460 })).toEqual(aborted);
    expect(judge('', { status: 499 }, { aborted: 'bad' })).toEqual({
      class: 'aborted',
      counts: 'bad',
    });
  });

  it.each([401, 403, 429])('takes %i without a GraphQL body for the client’s own', (status) => {
    for (const body of ['', 'Unauthorized', '{"message":"Bad credentials"}', '<html>']) {
      expect(judge(body, { status })).toEqual(client);
    }
  });

  it.each([400, 404, 405, 413, 415, 422])(
    'takes %i without a GraphQL body for bad, unless a rule says otherwise',
    (status) => {
      expect(judge('Nothing here', { status })).toEqual(notGraphql);
      expect(judge('Nothing here', { status }, { clientStatuses: new Set([status]) })).toEqual(
        client,
      );
    },
  );

  it('takes a redirect and a success without GraphQL for bad', () => {
    expect(judge('<html>', { status: 302 })).toEqual(notGraphql);
    expect(judge('', { status: 204 })).toEqual(notGraphql);
  });

  it('takes 304 for good, and an upgrade to WebSocket for no answer', () => {
    expect(judge('', { status: 304 })).toEqual(good);
    expect(judge('', { status: 101 })).toEqual(protocol);
  });
});

describe('the body', () => {
  it.each([
    '',
    ' ',
    'null',
    '3',
    '"text"',
    '{',
    '<html></html>',
    '{"message":"hello"}',
    'undefined',
  ])('takes %j for an answer that is not GraphQL', (body) =>
    expect(judge(body)).toEqual(notGraphql),
  );

  it.each([
    ['data that is a list', { data: [] }],
    ['data that is text', { data: 'x' }],
    ['data that is a number', { data: 0 }],
    ['errors that are no list', { data: {}, errors: { message: 'x' } }],
    ['errors that are text', { errors: 'x' }],
    ['no errors and no data', { errors: [] }],
  ])('takes %s for an answer that is not GraphQL', (_, body) => {
    expect(judge(body)).toEqual(notGraphql);
  });

  it('takes an empty list of errors, or null, for no errors', () => {
    expect(judge({ data: {}, errors: [] })).toEqual(good);
    expect(judge({ data: {}, errors: null })).toEqual(good);
    expect(judge({ data: null, errors: [] })).toEqual(failed);
  });

  it('passes over a byte order mark, and lets the last of two equal keys count', () => {
    expect(judge('\ufeff{"data":{}}')).toEqual(good);
    expect(judge('{"errors":[{}],"errors":[],"data":{}}')).toEqual(good);
  });

  it('reads by content, whatever the content type says', () => {
    expect(judge({ data: {} }, { contentType: 'text/html' })).toEqual(good);
    expect(judge('<html>', { contentType: 'application/json' })).toEqual(notGraphql);
  });

  it('is not confused by keys of every object', () => {
    expect(judge('{"data":{},"__proto__":{"errors":[{}]}}')).toEqual(good);
    expect(judge('{"constructor":{},"toString":1}')).toEqual(notGraphql);
    expect(judge('{"errors":[{"extensions":{"__proto__":{"code":"FORBIDDEN"}}}]}')).toEqual(failed);
  });

  it('reads lone surrogates', () => {
    expect(judge('{"data":{"a":"\\ud800"}}')).toEqual(good);
    expect(judge('{"data":{"a":"\ud800"}}')).toEqual(good);
  });

  it('survives nesting and size', () => {
    const deep = 400_000;
    expect(judge(`{"data":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toEqual(notGraphql);
    expect(judge(`{"data":{"a":${'['.repeat(deep)}${']'.repeat(deep)}}}`)).toEqual(good);
    const deeper = 600_000;
    expect(judge(`{"data":{"a":${'['.repeat(deeper)}${']'.repeat(deeper)}}}`)).toEqual(notGraphql);
    expect(judge(`{"data":{"a":"${'\\"['.repeat(deeper)}"}}`)).toEqual(good);
    expect(judge('['.repeat(10_000_000))).toEqual(notGraphql);
    expect(judge(`{"data":{"a":"${'x'.repeat(10_000_000)}"}}`)).toEqual(good);
    expect(judge(`{"data":{"a":[${'{},'.repeat(5_000_000)}0]}}`)).toEqual(notGraphql);
  });
});

describe('errors', () => {
  it.each([
    ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST'],
    ...[
      'OPERATION_RESOLUTION_FAILURE',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'validation-failed',
      'AUTH_NOT_AUTHORIZED',
    ],
    ...[
      'RATE_LIMITED',
      'THROTTLED',
      'COMPLEXITY_LIMIT_EXCEEDED',
      'undefinedField',
      'PERSISTED_QUERY_NOT_IN_LIST',
      404,
      '403',
    ],
  ])('takes %s for the client’s own', (code) => {
    expect(judge(failing(code))).toEqual(client);
    expect(judge({ data: null, ...failing(code) })).toEqual(client);
    expect(judge({ data: shop, ...failing(code) })).toEqual(client);
  });

  it.each([
    undefined,
    null,
    '',
    'INTERNAL_SERVER_ERROR',
    'DOWNSTREAM_SERVICE_ERROR',
    'postgres-error',
    500,
    {},
    [],
    true,
  ])('takes the code %j for the server’s', (code) => {
    expect(judge(failing(code))).toEqual(failed);
    expect(judge({ data: null, ...failing(code) })).toEqual(failed);
    expect(judge({ data: shop, ...failing(code) })).toEqual(partial);
  });

  it.each([
    ['graphql-java', { message: 'no', extensions: { classification: 'ValidationError' } }, client],
    [
      'graphql-java',
      { message: 'no', path: ['a'], extensions: { classification: 'DataFetchingException' } },
      failed,
    ],
    [
      'graphql-java, extended validation',
      { message: 'no', extensions: { classification: { type: 'ValidationError' } } },
      client,
    ],
    [
      'Netflix DGS',
      { message: 'no', extensions: { errorType: 'PERMISSION_DENIED', errorDetail: 'x' } },
      client,
    ],
    [
      'Netflix DGS',
      { message: 'no', extensions: { errorType: 'INTERNAL', classification: 'INTERNAL' } },
      failed,
    ],
    [
      'Spring for GraphQL',
      { message: 'no', extensions: { classification: 'UNAUTHORIZED' } },
      client,
    ],
    ['GitHub', { type: 'NOT_FOUND', path: ['repository'], message: 'Could not resolve' }, client],
    ['GitHub', { type: 'RATE_LIMITED', message: 'API rate limit exceeded' }, client],
    [
      'AWS AppSync',
      { errorType: 'Unauthorized', message: 'Not Authorized to access x', path: ['x'] },
      client,
    ],
    ['AWS AppSync', { errorType: 'MappingTemplate', message: 'no', path: ['x'] }, failed],
    [
      'Apollo, of a hash that is not the query’s',
      {
        message: 'provided sha does not match query',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
      client,
    ],
    [
      'Apollo, by its HTTP status',
      { message: 'no', extensions: { http: { status: 400 } } },
      client,
    ],
    [
      'Apollo Router',
      { message: 'no', extensions: { code: 'SUBREQUEST_HTTP_ERROR', http: { status: 403 } } },
      failed,
    ],
  ])('reads the codes of %s where they are written (%j)', (_, error, verdict) => {
    expect(judge({ errors: [error] })).toEqual(verdict);
  });

  it('excludes a persisted query that is to be sent again, by code or by message', () => {
    expect(judge(failing('PERSISTED_QUERY_NOT_FOUND'))).toEqual(protocol);
    expect(judge(failing('PERSISTED_QUERY_NOT_FOUND'), { status: 400 })).toEqual(protocol);
    expect(judge({ errors: [{ message: 'PersistedQueryNotFound' }] })).toEqual(protocol);
    expect(judge(failing('PERSISTED_QUERY_NOT_FOUND', 'FORBIDDEN'))).toEqual(client);
  });

  it('lets any error of the server’s decide over those of the client', () => {
    expect(judge(failing('UNAUTHENTICATED', 'INTERNAL_SERVER_ERROR'))).toEqual(failed);
    expect(judge({ data: shop, ...failing('FORBIDDEN', undefined) })).toEqual(partial);
    expect(judge(failing('PERSISTED_QUERY_NOT_FOUND', 'INTERNAL_SERVER_ERROR'))).toEqual(failed);
  });

  it('takes an error about the document for the client’s only where nothing was executed', () => {
    const locations = [{ line: 1, column: 3 }];
    expect(judge({ errors: [{ message: 'no', locations }] })).toEqual(client);
    expect(judge({ data: null, errors: [{ message: 'no', locations }] })).toEqual(failed);
    expect(judge({ data: shop, errors: [{ message: 'no', locations }] })).toEqual(partial);
    expect(judge({ errors: [{ message: 'no', locations, path: ['a'] }] })).toEqual(failed);
    expect(judge({ errors: [{ message: 'no', locations: [] }] })).toEqual(failed);
    expect(judge({ errors: [{ message: 'no', locations, extensions: { code: 'MINE' } }] })).toEqual(
      failed,
    );
  });

  it('goes by a 4xx status where nobody has declared the code and there is no data', () => {
    expect(judge(failing('MINE'), { status: 409 })).toEqual(client);
    expect(judge({ data: null, ...failing('MINE') }, { status: 409 })).toEqual(client);
    expect(judge({ data: shop, ...failing('MINE') }, { status: 409 })).toEqual(partial);
    expect(judge(failing('MINE'))).toEqual(failed);
  });

  it('lets a code decide over the status', () => {
    expect(judge(failing('INTERNAL_SERVER_ERROR'), { status: 400 })).toEqual(failed);
    expect(judge({ data: shop, errors: [{ message: 'no' }] }, { status: 400 })).toEqual(partial);
  });

  it.each([3, 'text', null, [], {}, { message: 7 }])(
    'takes %j as an error of the server’s',
    (error) => {
      expect(judge({ errors: [error] })).toEqual(failed);
    },
  );
});

describe('batches', () => {
  it('judges every member', () => {
    const body = [
      { data: {} },
      failing('FORBIDDEN'),
      { data: null, errors: [{}] },
      7,
      [{ data: {} }],
    ];
    expect(judge(body)).toEqual({ results: [good, client, failed, notGraphql, notGraphql] });
  });

  it('has no result for an empty batch, unless the exchange failed', () => {
    expect(judge([])).toEqual({ results: [] });
    expect(judge([], { status: 500 })).toEqual(server);
    expect(judge([], { status: 401 })).toEqual(client);
    expect(judge([], { aborted: true })).toEqual(aborted);
  });

  it('knows each member by its own name', () => {
    const criticalPaths = new Map([['Pay', [['checkout', 'payment']]]]);
    const member = { data: shop, errors: [errorAt('checkout', 'payment')] };
    const rules = { criticalPaths, partialGoodPerMille: 1000 };
    expect(judge([member, member], { operation: ['Pay', 'Look'] }, rules)).toEqual({
      results: [partial, { class: 'partial', counts: 'good' }],
    });
  });
});

describe('answers in parts', () => {
  const multipart = (...parts: readonly unknown[]) =>
    `${parts.map((part) => `\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(part)}`).join('')}\r\n-----\r\n`;
  const mixed = { contentType: 'multipart/mixed; boundary="-"; deferSpec=20220824' };
  const events = (...results: readonly unknown[]) =>
    `:\n\n${results.map((result) => `event: next\ndata: ${JSON.stringify(result)}\n\n`).join('')}event: complete\ndata:\n\n`;
  const sse = { contentType: 'text/event-stream' };

  it('reads @defer: all parts together', () => {
    const first = { data: { a: 1 }, hasNext: true };
    const rest = { incremental: [{ data: { b: 1 }, path: [] }], hasNext: false };
    const broken = {
      incremental: [{ data: null, path: ['a'], errors: [errorAt('a', 'b')] }],
      hasNext: false,
    };
    expect(judge(multipart(first, rest), mixed)).toEqual(good);
    expect(judge(multipart(first, broken), mixed)).toEqual(partial);
    expect(
      judge(multipart(first, { completed: [{ id: '0', errors: [{}] }], hasNext: false }), mixed),
    ).toEqual(partial);
    expect(judge(multipart(first, { data: { b: 1 }, path: [], hasNext: false }), mixed)).toEqual(
      good,
    );
    expect(judge(multipart(first, { hasNext: false }), mixed)).toEqual(good);
    expect(judge(multipart(first, rest), { contentType: 'multipart/mixed' })).toEqual(good);
  });

  it('takes an answer that stopped before its end for bad', () => {
    const first = { data: { a: 1 }, hasNext: true };
    expect(judge(multipart(first), mixed)).toEqual(partial);
    expect(judge(first)).toEqual(partial);
    expect(judge(first, { aborted: true })).toEqual(aborted);
    expect(judge(multipart(first).slice(0, -20), mixed)).toEqual(notGraphql);
  });

  it('reads subscriptions over multipart: heartbeats, payloads, errors of the transport', () => {
    const event = { payload: { data: { a: 1 } } };
    expect(judge(multipart({}, event, event), mixed)).toEqual(good);
    expect(judge(multipart({}), mixed)).toEqual(good);
    expect(
      judge(multipart(event, { payload: null, errors: [{ message: 'closed' }] }), mixed),
    ).toEqual(partial);
    expect(
      judge(
        multipart({
          payload: { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] },
        }),
        mixed,
      ),
    ).toEqual(client);
  });

  it('reads subscriptions over server-sent events', () => {
    expect(judge(events({ data: { a: 1 } }, { data: { a: 2 } }), sse)).toEqual(good);
    expect(
      judge(events({ data: { a: 1 } }, { data: { a: null }, errors: [errorAt('a')] }), sse),
    ).toEqual(partial);
    expect(judge(events(failing('GRAPHQL_VALIDATION_FAILED')), sse)).toEqual(client);
    expect(judge(events(), sse)).toEqual(good);
    const refused = events({ data: {} }, failing('FORBIDDEN'));
    expect(judge(refused.replaceAll('\n', '\r\n'), sse)).toEqual(client);
    expect(judge(refused.replaceAll('\n', '\r'), sse)).toEqual(client);
    expect(judge('event: next\ndata: {"data":\n\n', sse)).toEqual(notGraphql);
  });

  it('goes by the body where a stream was announced and none came', () => {
    for (const announced of [mixed, sse]) {
      expect(judge({ data: {} }, announced)).toEqual(good);
      expect(judge({ errors: [{ message: 'no' }] }, announced)).toEqual(failed);
      expect(judge('<html>Bad gateway</html>', announced)).toEqual(notGraphql);
    }
    expect(judge('', sse)).toEqual(good);
    expect(judge(':\n\n', sse)).toEqual(good);
  });

  it('parts the operations of one connection', () => {
    const of = (id: string, payload: unknown) => ({ id, payload });
    const body = events(
      of('1', { data: {} }),
      of('2', failing('FORBIDDEN')),
      of('1', { data: {}, errors: [{}] }),
    );
    expect(judge(body, sse)).toEqual({ results: [partial, client] });
  });
});

describe('rules', () => {
  const codes = (code: string, blame: ErrorClass) => ({ codes: new Map([[codeKey(code), blame]]) });

  it('override codes, whatever their spelling', () => {
    expect(judge(failing('PAYMENT_DECLINED'), {}, codes('payment-declined', 'user'))).toEqual(
      client,
    );
    expect(judge(failing('UNAUTHENTICATED'), {}, codes('UNAUTHENTICATED', 'server'))).toEqual(
      failed,
    );
    expect(judge(failing('RETRY'), {}, codes('RETRY', 'protocol'))).toEqual(protocol);
  });

  it('say whose fault being rate limited is', () => {
    expect(judge(failing('RATE_LIMITED'), {}, { rateLimited: 'server' })).toEqual(failed);
    expect(judge('slow down', { status: 429 }, { rateLimited: 'server' })).toEqual(server);
    expect(judge(failing('RATE_LIMITED'), {}, { rateLimited: 'excluded' })).toEqual({
      class: 'client',
      counts: 'excluded',
    });
  });

  it('weigh partial success, in thousandths, except on critical paths', () => {
    const rules = {
      partialGoodPerMille: 750,
      criticalPaths: new Map([['Pay', [['checkout', 'payment']]]]),
    };
    const weighed = { class: 'partial', counts: 'bad', badPerMille: 250 };
    const named = { operation: 'Pay' };
    const hit = (...path: readonly unknown[]) =>
      judge({ data: shop, errors: [errorAt(...path)] }, named, rules);
    expect(hit('checkout', 'banner')).toEqual(weighed);
    expect(hit('checkout', 0, 'banner')).toEqual(weighed);
    expect(hit('checkout', 'payment')).toEqual(partial);
    expect(hit('checkout', 3, 'payment', 0, 'card')).toEqual(partial);
    expect(hit('checkout')).toEqual(partial);
    expect(judge({ data: shop, errors: [{ message: 'somewhere' }] }, named, rules)).toEqual(
      partial,
    );
    expect(
      judge({ data: shop, errors: [errorAt('checkout', 'payment')] }, { operation: 'Look' }, rules),
    ).toEqual(weighed);
  });

  it('take a document that does not validate any more for the server’s fault, where it was registered', () => {
    const rules = { trustedDocuments: true, operations: new Set(['Pay']) };
    for (const code of [
      'GRAPHQL_VALIDATION_FAILED',
      'GRAPHQL_PARSE_FAILED',
      'PERSISTED_QUERY_NOT_IN_LIST',
    ]) {
      expect(judge(failing(code), { operation: 'Pay' }, rules)).toEqual(failed);
      expect(judge(failing(code), { operation: 'Other' }, rules)).toEqual(client);
      expect(judge(failing(code), {}, rules)).toEqual(client);
    }
    expect(judge(failing('BAD_USER_INPUT'), { operation: 'Pay' }, rules)).toEqual(client);
    const located = { errors: [{ message: 'Cannot query', locations: [{ line: 1, column: 1 }] }] };
    expect(judge(located, { operation: 'Pay', status: 400 }, rules)).toEqual(failed);
  });

  it('find errors that are returned as data', () => {
    const errorsAsData = [
      { path: ['*', 'userErrors'], class: 'user' },
      { path: ['checkout'], typename: '*Error', operation: 'Pay', class: 'server' },
    ] as const;
    const rule = { errorsAsData };
    expect(judge({ data: { pay: { userErrors: [] } } }, {}, rule)).toEqual(good);
    expect(judge({ data: { pay: { userErrors: [{ field: 'card' }] } } }, {}, rule)).toEqual(client);
    expect(
      judge({ data: { pay: [{ userErrors: null }, { userErrors: [[{}]] }] } }, {}, rule),
    ).toEqual(client);
    const inherited = [{ path: ['toString'], class: 'server' }] as const;
    expect(judge({ data: {} }, {}, { errorsAsData: inherited })).toEqual(good);
    const union = { data: { checkout: { __typename: 'StockError' } } };
    expect(judge(union, { operation: 'Pay' }, rule)).toEqual(partial);
    expect(judge(union, { operation: 'Look' }, rule)).toEqual(good);
    expect(
      judge({ data: { checkout: { __typename: 'ErrorFree' } } }, { operation: 'Pay' }, rule),
    ).toEqual(good);
  });
});
