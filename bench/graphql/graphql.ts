import { performance } from 'node:perf_hooks';
import { type Bench, numberOf } from '../shared/bench.ts';
import { type Child, startChild } from '../shared/child.ts';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import { load } from './load.ts';

const child = new URL('./yoga-process.ts', import.meta.url);
const atOnce = 8;
/** To each server, before anything is measured. */
const warmUpRequests = 5000;

/** One round: the same requests to the bare server and to the one with the plug-in. */
interface Round {
  readonly bare: Cost;
  readonly measured: Cost;
}

/** Microseconds a request. */
interface Cost {
  readonly processor: number;
  readonly wall: number;
}

/** `npm run bench -- graphql`: what the plug-in adds to a trivial request. */
export const graphql: Bench = {
  name: 'graphql',
  flags: {
    rounds: { type: 'string', help: 'pairs of blocks of requests (default 300)' },
    requests: { type: 'string', help: 'requests of a block (default 100)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const rounds = numberOf(flags, 'rounds', small ? 2 : 300);
    const requests = numberOf(flags, 'requests', small ? 50 : 100);
    const server = startChild(child, {});
    try {
      say(`${rounds} rounds of ${requests} requests each`);
      const all = await measure(server, rounds, requests);
      return { bench: 'graphql', measured: measured(rounds, requests), figures: figuresOf(all) };
    } finally {
      await server.end();
    }
  },
};

async function measure(server: Child, rounds: number, requests: number): Promise<readonly Round[]> {
  const ports = await server.call<{ bare: number; measured: number }>('ports');
  const cost = async (port: number): Promise<Cost> => {
    const [used, began] = [await server.call<number>('used'), performance.now()];
    await load(port, requests, atOnce);
    const wall = ((performance.now() - began) * 1000) / requests;
    return { wall, processor: ((await server.call<number>('used')) - used) / requests };
  };
  // Until both are compiled, neither is what it will be.
  const warmUps = Math.ceil(warmUpRequests / requests);
  for (let warm = 0; warm < warmUps; warm += 1) {
    await cost(ports.bare);
    await cost(ports.measured);
  }
  const all: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first as often as the other.
    const first = await cost(round % 2 === 0 ? ports.bare : ports.measured);
    const second = await cost(round % 2 === 0 ? ports.measured : ports.bare);
    all.push(
      round % 2 === 0 ? { bare: first, measured: second } : { bare: second, measured: first },
    );
  }
  const counted = Number(await server.call<string>('counted'));
  const expected = (rounds + warmUps) * requests;
  if (counted !== expected) throw new Error(`${counted} operations were counted, not ${expected}`);
  return all;
}

function figuresOf(all: readonly Round[]): readonly Figure[] {
  const median = (of: (round: Round) => number) => quantile(all.map(of), 0.5);
  const overhead = (kind: keyof Cost) =>
    (median((round) => round.measured[kind] / round.bare[kind]) - 1) * 100;
  return [
    {
      name: 'the plug-in in a trivial Yoga request, processor time added, median of the rounds',
      value: overhead('processor'),
      unit: '%',
      goal: { atMost: 5 },
    },
    { name: 'the same, elapsed time added', value: overhead('wall'), unit: '%' },
    {
      name: 'processor time of a request with the plug-in',
      value: median((round) => round.measured.processor),
      unit: 'µs',
      peer: { name: 'without', value: median((round) => round.bare.processor) },
    },
  ];
}

function measured(rounds: number, requests: number): readonly string[] {
  return [
    `Two Yoga servers in one process, with and without the plug-in (Prometheus sink); ${rounds} rounds of ${requests} requests to each over HTTP on the loopback, ${atOnce} at once, in turns; one query of one field. Each round gives a ratio; the figure is their median.`,
    'Processor time is that of the server process, kernel included, as the system accounts it; the requests come from another process.',
  ];
}
