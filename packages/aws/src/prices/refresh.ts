import { readPriceList } from './price-list.ts';
import type { PriceTable } from './price-table.ts';

export interface RefreshPorts {
  readonly fetch: (url: string) => Promise<Response>;
}

const SOURCE = 'AWS Price List Bulk API, Linux, shared tenancy, on demand.';

/**
 * Makes the table anew from AWS: the same regions, and in each all types that any region has.
 * @throws {Error} when a list cannot be had or read; the old table is then still right
 */
export async function refreshPrices(ports: RefreshPorts, old: PriceTable): Promise<PriceTable> {
  const wanted = new Set(Object.values(old.regions).flatMap((types) => Object.keys(types)));
  const regions: Record<string, Readonly<Record<string, number>>> = {};
  const dates: string[] = [];
  for (const region of Object.keys(old.regions)) {
    const { published, types } = await readPriceList(await open(ports, region), wanted);
    if (Object.keys(types).length === 0) throw new Error(`no price was found for ${region}`);
    regions[region] = sorted(types);
    dates.push(published);
  }
  const date = dates.sort()[0] ?? old.date;
  return { date, source: SOURCE, currency: 'USD', regions };
}

async function open({ fetch }: RefreshPorts, region: string): Promise<AsyncIterable<string>> {
  const url = `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/${region}/index.csv`;
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  return linesOf(response.body);
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

function sorted(types: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
}
