// The process that is measured: two Yoga servers that differ only in the plug-in.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prometheusSink, yogaSli } from '@sekisho/graphql-sli/yoga';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { speak } from '../shared/calls.ts';

const schema = createSchema({
  typeDefs: 'type Query { ok: String! }',
  resolvers: { Query: { ok: () => 'fine' } },
});

function start(plugins: readonly Plugin[]): Promise<number> {
  const yoga = createYoga({ schema, logging: false, plugins: [...plugins] });
  const server = createServer((request, response) => void yoga(request, response));
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
