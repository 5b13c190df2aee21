import { type Bench, numberOf } from '../shared/bench.ts';
import { type Child, startChild } from '../shared/child.ts';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import { type Client, createClient } from './load.ts';
import { medianOf, spreadOf } from './spread.ts';
import type { Used } from './yoga-process.ts';

const child = new URL('./yoga-process.ts', import.meta.url);
const atOnce = 8;
/** To each server, before anything is measured: until both are compiled, neither is what it will be. */
const warmUpRequests = 5000;

/** `npm run bench -- graphql`: what the plug-in adds to a trivial request. */
export const graphql: Bench = {
  name: 'graphql',
  flags: {
    rounds: { type: 'string', help: 'pairs of blocks of requests (default 1500)' },
    requests: { type: 'string', help: 'requests of a block (default 16)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    // An even number of rounds, so that each side goes first as often as the other.
    const rounds = Math.ceil(numberOf(flags, 'rounds', small ? 4 : 1500) / 2) * 2;
    const requests = numberOf(flags, 'requests', 16);
    const server = startChild(child, {});
    try {
      const client = createClient(await server.call<number>('port'), atOnce);
      say(`${rounds} rounds of ${requests} requests to each side`);
      const used = await measure(server, client, rounds, requests);
      client.close();
      return {
        bench: 'graphql',
        measured: measured(rounds, requests),
        figures: figuresOf(used, requests),
      };
    } finally {
      await server.end();
    }
  },
};

async function measure(
  server: Child,
  client: Client,
  rounds: number,
  requests: number,
): Promise<Used> {
  const warmUps = Math.ceil(warmUpRequests / requests / 2) * 2;
  await inTurns(server, client, warmUps, requests);
  const used = await inTurns(server, client, rounds, requests);
  const counted = Number(await server.call<string>('counted'));
  const expected = (rounds + warmUps) * requests;
  if (counted !== expected) throw new Error(`${counted} operations were counted, not ${expected}`);
  return used;
}

async function inTurns(
  server: Child,
  client: Client,
  rounds: number,
  requests: number,
): Promise<Used> {
  await server.call('begin', requests);
  for (let block = 0; block < 2 * rounds; block += 1) await client.send(requests);
  // A block is over when the next one begins.
  await client.send(1);
  return server.call<Used>('used');
}

function figuresOf({ bare, measured: full }: Used, requests: number): readonly Figure[] {
  const one = (block: number | undefined) => (block ?? Number.NaN) / requests;
  const added = full.map((block, round) => one(block) - one(bare[round]));
  const share = full.map((block, round) => (one(block) / one(bare[round]) - 1) * 100);
  const { low, high } = spreadOf(share);
  const sum = (blocks: readonly number[]) => blocks.reduce((total, block) => total + block, 0);
  return [
    {
      name: 'the plug-in in a trivial Yoga request, processor time added, median of the rounds',
      value: medianOf(share),
      unit: '%',
      goal: { atMost: 5 },
    },
    { name: 'of that median, the 95 % interval: from', value: low, unit: '%' },
    { name: 'of that median, the 95 % interval: to', value: high, unit: '%' },
    {
      name: 'the same, all rounds added up',
      value: (sum(full) / sum(bare) - 1) * 100,
      unit: '%',
    },
    { name: 'processor time added to a request, median', value: medianOf(added), unit: 'µs' },
    {
      name: 'processor time of a request with the plug-in, median',
      value: one(quantile(full, 0.5)),
      unit: 'µs',
      peer: { name: 'without', value: one(quantile(bare, 0.5)) },
    },
  ];
}

function measured(rounds: number, requests: number): readonly string[] {
  return [
    `Two Yoga servers behind one port of one process, with and without the plug-in (Prometheus sink); ${rounds} rounds of ${requests} requests to each in turns, over HTTP on the loopback, on ${atOnce} connections that stay open, each with one request under way; the query is \`query Ok { ok }\`, whose one field answers a constant. Each round gives a ratio; the figure is their median.`,
    'Processor time is that of the server process with all its threads, kernel included, as the system accounts it; the requests come from another process.',
  ];
}
