import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { type ApolloSliOptions, apolloSli } from '../src/apollo/index.ts';
import { yogaSli } from '../src/yoga/index.ts';
import { queryStore } from './query-store.ts';
import { GraphQLError, schema, type TestContext } from './schema.ts';

/** A real GraphQL server on this machine's loopback, with the plug-in in it. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

export type Start = (options: ApolloSliOptions, more?: More) => Promise<Running>;

interface More {
  /** Called when a resolver waits for its client to leave. */
  readonly waiting?: () => void;
  readonly apollo?: Partial<ConstructorParameters<typeof ApolloServer<TestContext>>[0]>;
  readonly yoga?: readonly Plugin[];
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** What `x-context` asks of the function that makes the context. */
function refuse(asked: string | undefined): void {
  if (asked === 'throws') throw new Error('no database');
  if (asked !== 'unauthenticated') return;
  const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } };
  throw new GraphQLError('who are you?', { extensions });
}

export const startApollo: Start = async (options, { apollo = {}, waiting } = {}) => {
  const server = new ApolloServer<TestContext>({
    ...(apollo as object),
    schema,
    allowBatchedHttpRequests: true,
    logger: quiet,
    plugins: [apolloSli(options), ...(apollo.plugins ?? [])],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req, res }) => {
      refuse(req.headers['x-context'] as string | undefined);
      const clientLeft = () => {
        const left = new Promise<void>((leave) => res.once('close', leave));
        waiting?.();
        return left;
      };
      return { res, clientLeft };
    },
  });
  return { url, stop: () => server.stop() };
};

export const startYoga: Start = async (options, { yoga: plugins = [], waiting } = {}) => {
  const yoga = createYoga<object, TestContext>({
    schema,
    batching: true,
    logging: false,
    graphqlEndpoint: '/',
    plugins: [yogaSli(options), queryStore(), ...plugins],
    context: ({ request }: YogaInitialContext) => {
      refuse(request.headers.get('x-context') ?? undefined);
      const { signal } = request;
      const clientLeft = () => {
        const left = new Promise<void>((leave) => signal.addEventListener('abort', () => leave()));
        waiting?.();
        return left;
      };
      return { clientLeft };
    },
  });
  const server = createServer((request, response) => void yoga(request, response));
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      await yoga.dispose();
      await closed(server);
    },
  };
};

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
