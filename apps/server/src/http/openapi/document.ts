import { contract, httpStatuses, type VerbName, verbNames } from '@sekisho/contract';
import { verbPath } from '@sekisho/contract/client';
import { verbHelp, verbTitle } from '@sekisho/words';
import { componentsOf, schemaNames } from './components.ts';
import { eventsPath } from './events-path.ts';
import { exampleOf } from './examples.ts';

type Json = Record<string, unknown>;

/** The HTTP API as OpenAPI 3.1, from the contract alone. Source: https://spec.openapis.org/oas/v3.1.1.html */
export function openapiDocument(): Json {
  const paths = verbNames.map((name) => [verbPath(name), { post: operationOf(name) }]);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sekisho',
      version: '1',
      description:
        'Every verb of Sekisho over HTTP. A write repeated with the same Idempotency-Key answers as the first time.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { practiceCookie: [] }],
    tags: domains().map((name) => ({ name })),
    paths: { ...Object.fromEntries(paths), '/api/v1/events': eventsPath },
    components: {
      schemas: componentsOf(),
      responses: Object.fromEntries(
        Object.entries(problems).map(([name, { description }]) => [
          name,
          { description, content: problemContent },
        ]),
      ),
      parameters: { IdempotencyKey: idempotencyKey, AcceptLanguage: acceptLanguage },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token, or the secret that practice printed (with Sekisho-Hat).',
        },
        practiceCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sekisho-practice-4545',
          description: 'Set by the console of practice; its name ends with the port.',
        },
      },
    },
  };
}

const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

const problems = {
  BadInput: { status: httpStatuses['bad-input'], description: 'The input is not good' },
  Unauthenticated: { status: httpStatuses.unauthenticated, description: 'Nobody is signed in' },
  Refused: { status: httpStatuses.refused, description: 'The caller may not' },
  NotFound: { status: httpStatuses['not-found'], description: 'There is no such thing' },
  Conflict: { status: httpStatuses.conflict, description: 'Its state does not allow this now' },
  TooLarge: { status: 413, description: 'The body is larger than the door takes' },
  WrongType: { status: 415, description: 'The body is not declared as JSON' },
  WrongHost: { status: 421, description: 'The Host is no address of this server' },
  RateLimited: { status: httpStatuses['rate-limited'], description: 'Too many calls' },
  Unavailable: { status: httpStatuses.unavailable, description: 'AWS or the database is away' },
  Bug: { status: 500, description: 'A bug in Sekisho; requestId finds it in the log' },
} as const;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Repeating a write with the same key within a day answers as the first time.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const acceptLanguage = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'Language of failures, for callers of whom the roster does not know it: en or ja.',
  schema: { type: 'string' },
};

function domains(): readonly string[] {
  return [...new Set(verbNames.map((name) => name.split('.')[0] ?? name))];
}

function operationOf(name: VerbName): Json {
  const { effect, role } = contract[name];
  const { input, output } = schemaNames(name);
  const example = exampleOf(name);
  return {
    operationId: name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [name.split('.')[0]],
    summary: verbTitle(name, 'en'),
    description: verbHelp(name, 'en'),
    'x-sekisho-effect': effect,
    'x-sekisho-role': role,
    parameters: [
      ...(effect === 'read' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
      { $ref: '#/components/parameters/AcceptLanguage' },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: refTo(input), ...example } },
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: refTo(output) } } },
      ...Object.fromEntries(
        Object.entries(problems).map(([problem, { status }]) => [
          status,
          { $ref: `#/components/responses/${problem}` },
        ]),
      ),
    },
  };
}

function refTo(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}
