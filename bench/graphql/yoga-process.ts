// The process that is measured: two Yoga servers that differ only in the plug-in.
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { prometheusSink, yogaSli } from '@sekisho/graphql-sli/yoga';
import { speak } from '../shared/calls.ts';

type Plugin = ReturnType<typeof yogaSli>;

/** What is used here of graphql-yoga. */
interface Yoga {
  createSchema(of: object): object;
  createYoga(options: object): RequestListener;
}

// The server is a dependency of the plug-in's package, not of the tree.
const fromPlugin = createRequire(import.meta.resolve('@sekisho/graphql-sli/yoga'));
const { createSchema, createYoga } = fromPlugin('graphql-yoga') as Yoga;

const schema = createSchema({
  typeDefs: 'type Query { ok: String! }',
  resolvers: { Query: { ok: () => 'fine' } },
});

function start(plugins: readonly Plugin[]): Promise<number> {
  const yoga = createYoga({ schema, logging: false, plugins: [...plugins] });
  const server = createServer(yoga);
  return new Promise((up) => {
    server.listen(0, '127.0.0.1', () => up((server.address() as AddressInfo).port));
  });
}

const metrics = prometheusSink();
const ports = {
  bare: await start([]),
  measured: await start([yogaSli({ sinks: [metrics], rules: { operations: ['Ok'] } })]),
};

speak(process, {
  ports: () => ports,
  /** Microseconds of processor time that this process has used. */
  used: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** What the plug-in counted. */
  counted: () => /events_total\{[^}]*verdict="good"\} (\d+)/.exec(metrics.text())?.[1] ?? '0',
});
process.once('disconnect', () => process.exit());
