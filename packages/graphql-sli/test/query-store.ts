import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { GraphQLError } from './schema.ts';

/**
 * Automatic persisted queries for Yoga, by the protocol of Apollo's clients:
 * https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export function queryStore(): Plugin {
  const queries = new Map<string, string>();
  return {
    onParams({ params, setParams }) {
      const { persistedQuery } = (params.extensions ?? {}) as {
        persistedQuery?: { sha256Hash: string };
      };
      if (persistedQuery === undefined) return;
      const { sha256Hash } = persistedQuery;
      if (typeof params.query === 'string') {
        const hash = createHash('sha256').update(params.query).digest('hex');
        if (hash === sha256Hash) queries.set(hash, params.query);
        return;
      }
      const query = queries.get(sha256Hash);
      if (query !== undefined) return setParams({ ...params, query });
      const extensions = { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 404 } };
      throw new GraphQLError('PersistedQueryNotFound', { extensions });
    },
  };
}
