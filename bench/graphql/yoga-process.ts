// The process that is measured: two Yoga servers behind one port that differ only in the plug-in.
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

/** Microseconds of processor time of each round's two blocks, kernel included. */
export interface Used {
  readonly bare: readonly number[];
  readonly measured: readonly number[];
}

// The server is a dependency of the plug-in's package, not of the tree.
const fromPlugin = createRequire(import.meta.resolve('@sekisho/graphql-sli/yoga'));
const { createSchema, createYoga } = fromPlugin('graphql-yoga') as Yoga;

const schema = createSchema({
  typeDefs: 'type Query { ok: String! }',
  resolvers: { Query: { ok: () => 'fine' } },
});

function yogaWith(plugins: readonly Plugin[]): RequestListener {
  return createYoga({ schema, logging: false, plugins: [...plugins] });
}

const metrics = prometheusSink();
const sides = {
  bare: yogaWith([]),
  measured: yogaWith([yogaSli({ sinks: [metrics], rules: { operations: ['Ok'] } })]),
};
type Side = keyof typeof sides;

let block = { of: 1, left: 0, number: 0 };
let used: Record<Side, number[]> = { bare: [], measured: [] };
let began = process.cpuUsage();

/** Bare, measured, measured, bare, and so on: each goes first as often as the other. */
function sideOf(number: number): Side {
  return (number + 1) % 4 < 2 ? 'bare' : 'measured';
}

const server = createServer((request, response) => {
  if (block.left === 0) {
    // Nobody else's request is under way: the client waits for the last answer of a block.
    const { user, system } = process.cpuUsage(began);
    if (block.number >= 0) used[sideOf(block.number)].push(user + system);
    block = { of: block.of, left: block.of, number: block.number + 1 };
    began = process.cpuUsage();
  }
  block.left -= 1;
  return sides[sideOf(block.number)](request, response);
});

await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));

speak(process, {
  port: () => (server.address() as AddressInfo).port,
  /** Forgets what was used and begins anew, with blocks of so many requests. */
  begin(requests: number) {
    used = { bare: [], measured: [] };
    block = { of: requests, left: 0, number: -1 };
  },
  used: (): Used => used,
  /** What the plug-in counted. */
  counted: () => /events_total\{[^}]*verdict="good"\} (\d+)/.exec(metrics.text())?.[1] ?? '0',
});
process.once('disconnect', () => process.exit());
