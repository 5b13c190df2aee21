import type { ErrorClass } from './rules.ts';

/** The codes that one vendor's servers write, and whose fault each names. */
export interface Vendor {
  readonly name: string;
  /** Where the codes are written down. */
  readonly source: string;
  readonly codes: Readonly<Partial<Record<ErrorClass | 'document', readonly string[]>>>;
}

/** Codes as their vendors have written them down; first the servers, then the public services. */
export const vendors: readonly Vendor[] = [
  {
    name: 'Apollo Server',
    source:
      'https://github.com/apollographql/apollo-server/blob/main/packages/server/src/errors/index.ts',
    codes: {
      document: [
        'GRAPHQL_PARSE_FAILED',
        'GRAPHQL_VALIDATION_FAILED',
        'OPERATION_RESOLUTION_FAILURE',
      ],
      user: [
        'BAD_USER_INPUT',
        'BAD_REQUEST',
        'INTROSPECTION_DISABLED',
        'MAX_RECURSIVE_SELECTIONS_EXCEEDED',
      ],
      protocol: ['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'],
      server: ['INTERNAL_SERVER_ERROR'],
    },
  },
  {
    name: 'Apollo Server 3, whose two codes are still what most resolvers throw',
    source: 'https://www.apollographql.com/docs/apollo-server/v3/data/errors',
    codes: { user: ['UNAUTHENTICATED', 'FORBIDDEN'] },
  },
  {
    name: 'Apollo Router',
    source: 'https://www.apollographql.com/docs/graphos/routing/errors',
    codes: {
      document: ['PERSISTED_QUERY_NOT_IN_LIST'],
      user: ['INVALID_GRAPHQL_REQUEST', 'QUERY_NOT_IN_SAFELIST', 'UNAUTHORIZED_FIELD_OR_TYPE'],
      'rate-limited': ['REQUEST_RATE_LIMITED'],
      server: ['SUBREQUEST_HTTP_ERROR', 'SUBREQUEST_MALFORMED_RESPONSE', 'GATEWAY_TIMEOUT'],
    },
  },
  {
    name: 'graphql-java: ErrorType and PersistedQueryError',
    source:
      'https://javadoc.io/doc/com.graphql-java/graphql-java/latest/graphql/ErrorClassification.html',
    codes: {
      document: ['InvalidSyntax', 'ValidationError', 'OperationNotSupported'],
      user: ['PersistedQueryIdInvalid'],
      protocol: ['PersistedQueryNotFound'],
      server: ['DataFetchingException', 'ExecutionAborted', 'NullValueInNonNullableField'],
    },
  },
  {
    name: 'Netflix DGS: ErrorType',
    source:
      'https://github.com/Netflix/dgs-framework/blob/master/graphql-error-types/src/main/java/com/netflix/graphql/types/errors/ErrorType.java',
    // FAILED_PRECONDITION may be 400 or 500, as its own text says: the server's, unless a rule says otherwise.
    codes: {
      user: ['NOT_FOUND', 'UNAUTHENTICATED', 'PERMISSION_DENIED', 'BAD_REQUEST'],
      server: ['UNKNOWN', 'INTERNAL', 'UNAVAILABLE', 'FAILED_PRECONDITION'],
    },
  },
  {
    name: 'Spring for GraphQL: ErrorType',
    source:
      'https://github.com/spring-projects/spring-graphql/blob/main/spring-graphql/src/main/java/org/springframework/graphql/execution/ErrorType.java',
    codes: { user: ['UNAUTHORIZED'], server: ['INTERNAL_ERROR'] },
  },
  {
    name: 'Hasura: Code',
    source:
      'https://github.com/hasura/graphql-engine/blob/master/server/src-lib/Hasura/Base/Error.hs',
    codes: {
      document: ['validation-failed', 'parse-failed'],
      user: [
        ...['access-denied', 'bad-request', 'coercion-error', 'conflict', 'constraint-error'],
        ...[
          'constraint-violation',
          'data-exception',
          'invalid-headers',
          'invalid-json',
          'invalid-jwt',
        ],
        ...[
          'invalid-params',
          'jwt-invalid-claims',
          'jwt-missing-role-claims',
          'method-not-allowed',
        ],
        ...['not-exists', 'permission-denied', 'permission-error'],
      ],
      server: [
        'busy',
        'postgres-error',
        'postgres-max-connections-error',
        'remote-schema-error',
        'unexpected',
      ],
    },
  },
  {
    name: 'gqlgen; what it writes of syntax and validation is Apollo’s, and this at status 200',
    source:
      'https://github.com/99designs/gqlgen/blob/master/graphql/handler/extension/complexity.go',
    codes: { user: ['COMPLEXITY_LIMIT_EXCEEDED'] },
  },
  {
    name: 'Hot Chocolate: ErrorCodes',
    source:
      'https://github.com/ChilliCream/graphql-platform/blob/main/src/HotChocolate/Core/src/Abstractions/ErrorCodes.cs',
    codes: {
      // Syntax (twice), the request, no query and no id, only persisted queries.
      document: ['HC0009', 'HC0011', 'HC0013', 'HC0014', 'HC0067'],
      // Too large, invalid type of a variable, introspection, complexity, paging, media types, preflight.
      user: [
        ...['AUTH_NOT_AUTHORIZED', 'AUTH_NOT_AUTHENTICATED', 'HC0010', 'HC0016', 'HC0046'],
        ...['HC0047', 'HC0051', 'HC0052', 'HC0063', 'HC0064', 'HC0076', 'HC0077'],
      ],
      protocol: ['HC0020'],
      server: ['HC0008', 'HC0018', 'HC0045'],
    },
  },
  {
    name: 'Mercurius (it answers with them at status 400, most often without the code)',
    source: 'https://github.com/mercurius-js/mercurius/blob/master/lib/errors.js',
    codes: {
      document: ['MER_ERR_GQL_VALIDATION'],
      user: ['MER_ERR_GQL_QUERY_DEPTH', 'MER_ERR_METHOD_NOT_ALLOWED'],
      protocol: [
        'MER_ERR_GQL_PERSISTED_QUERY_NOT_FOUND',
        'MER_ERR_GQL_PERSISTED_QUERY_NOT_SUPPORTED',
      ],
    },
  },
  {
    name: 'graphql-ruby and what is built on it (GitHub, Shopify): errors of static validation',
    source:
      'https://github.com/rmosolgo/graphql-ruby/tree/master/lib/graphql/static_validation/rules',
    codes: {
      document: [
        ...[
          'undefinedField',
          'undefinedType',
          'argumentLiteralsIncompatible',
          'argumentNotAccepted',
        ],
        ...['variableNotDefined', 'variableLiteralsIncompatible'],
      ],
    },
  },
  {
    name: 'GitHub, in `type`: RATE_LIMITED, later RATE_LIMIT with `code: graphql_rate_limit`',
    source: 'https://github.com/github/docs/issues/11071',
    codes: { 'rate-limited': ['RATE_LIMITED', 'RATE_LIMIT', 'graphql_rate_limit'] },
  },
  {
    name: 'Shopify',
    source: 'https://shopify.dev/docs/api/usage/limits',
    codes: { 'rate-limited': ['THROTTLED'], user: ['ACCESS_DENIED'] },
  },
  {
    name: 'AWS AppSync, in `errorType`',
    source: 'https://repost.aws/knowledge-center/aws-appsync-graphql-request-unauth-error',
    codes: { user: ['UnauthorizedException'], server: ['MappingTemplate'] },
  },
  {
    name: 'NestJS and others, which name the statuses of HTTP (RFC 9110, RFC 6585)',
    source: 'https://www.rfc-editor.org/rfc/rfc9110.html#name-status-codes',
    codes: {
      user: [
        'UNPROCESSABLE_ENTITY',
        'UNPROCESSABLE_CONTENT',
        'NOT_ACCEPTABLE',
        'PAYLOAD_TOO_LARGE',
      ],
      'rate-limited': ['TOO_MANY_REQUESTS'],
    },
  },
];
