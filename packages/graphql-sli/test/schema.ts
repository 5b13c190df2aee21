import { createRequire } from 'node:module';
import { createSchema } from 'graphql-yoga';

// Vitest would load graphql a second time, beside the servers' own: errors of that one are strangers to them.
export const { GraphQLError } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql');

/** What resolvers of the test schema get from the server's context. */
export interface TestContext {
  /** Called when a resolver that waits for its client to leave has begun; resolves when it left. */
  readonly clientLeft?: () => Promise<void>;
}

const typeDefs = /* GraphQL */ `
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query {
    ok: String!
    item: Item
    fail(code: String, status: Int): String
    failHard(code: String, status: Int): String!
    double(n: Int!): Int
    waits: String
    date: Date
  }
  scalar Date
  type Item { name: String, owner: Item, broken: String, brokenHard: String! }
  type Mutation { pay: Payment, rename(to: String): Renamed, buy: Bought }
  type Payment { receipt: String, advert: String }
  type Renamed { item: Item, userErrors: [UserError!]! }
  type UserError { message: String! }
  union Bought = Item | OutOfStockError
  type OutOfStockError { message: String! }
  type Subscription { ticks(count: Int!, failAt: Int): Int, endless: Int }
`;

function thrown({ code, status }: { code?: string; status?: number }): Error {
  if (code === undefined) return new Error('a secret of the server');
  const http = status === undefined ? {} : { http: { status } };
  return new GraphQLError('no', { extensions: { code, ...http } });
}

function fails(_: unknown, args: { code?: string; status?: number }): never {
  throw thrown(args);
}

const item = {
  name: 'lamp',
  broken: () => {
    throw thrown({});
  },
  brokenHard: () => {
    throw thrown({});
  },
  owner: () => item,
};

/** A schema that can fail in every way, for both servers. */
export const schema = createSchema<TestContext>({
  typeDefs,
  resolvers: {
    Query: {
      ok: () => 'fine',
      item: () => item,
      fail: fails,
      failHard: fails,
      double: (_: unknown, { n }: { n: number }) => n * 2,
      waits: async (_: unknown, __: unknown, { clientLeft }: TestContext) => {
        await clientLeft?.();
        return 'too late';
      },
      date: () => new Date(0),
    },
    Mutation: {
      pay: () => ({
        receipt: () => fails(null, { code: 'PAYMENT_DOWN' }),
        advert: () => fails(null, { code: 'ADVERTS_DOWN' }),
      }),
      rename: (_: unknown, { to }: { to?: string }) => ({
        item,
        userErrors: to === undefined ? [{ message: 'a name, please' }] : [],
      }),
      buy: () => ({ __typename: 'OutOfStockError', message: 'gone' }),
    },
    Subscription: {
      endless: {
        subscribe: async function* () {
          for (let n = 0; ; n += 1) {
            yield { endless: n };
            await new Promise((turn) => setImmediate(turn));
          }
        },
      },
      ticks: {
        subscribe: async function* (_: unknown, { count, failAt }: Record<string, number>) {
          for (let n = 1; n <= (count ?? 0); n += 1) yield { ticks: n === failAt ? 'x' : n };
        },
      },
    },
  },
});
