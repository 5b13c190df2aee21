import { readPriceList } from './price-list.ts';
import type { PriceTable } from './price-table.ts';

export interface RefreshPorts {
  readonly fetch: (url: string) => Promise<Response>;
  /** Where the price lists are; default: AWS. */
  readonly origin?: string;
}

/** Where AWS publishes its price lists; no account is needed to read them. */
const AWS_ORIGIN = 'https://pricing.us-east-1.amazonaws.com';
const SOURCE = 'AWS Price List Bulk API (AmazonEC2): Linux, shared tenancy, on demand.';

/**
 * Makes the table anew from AWS: the same regions, and in each all types that any region has.
 * Source of the address: AWS Billing, "Getting price list files manually".
 * @throws {Error} when a list cannot be had or read; the old table is then still right
 */
export async function refreshPrices(ports: RefreshPorts, old: PriceTable): Promise<PriceTable> {
  const wanted = new Set(Object.values(old.regions).flatMap((types) => Object.keys(types)));
  const regions: Record<string, Readonly<Record<string, number>>> = {};
  const dates: string[] = [];
  for (const region of Object.keys(old.regions)) {
    const lines = await open(ports, region);
    const { published, types } = await readPriceList(lines, region, wanted);
    if (Object.keys(types).length === 0) throw new Error(`no price was found for ${region}`);
    regions[region] = sorted(types);
    dates.push(published);
  }
  const date = dates.sort()[0] ?? old.date;
  return { date, source: SOURCE, currency: 'USD', regions };
}

async function open(ports: RefreshPorts, region: string): Promise<AsyncIterable<string>> {
  const origin = ports.origin ?? AWS_ORIGIN;
  const url = `${origin}/offers/v1.0/aws/AmazonEC2/current/${region}/index.csv`;
  const response = await ports.fetch(url).catch((error: unknown) => {
    throw new Error(`${url} cannot be reached: ${reasonOf(error)}`, { cause: error });
  });
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  return linesOf(response.body, url);
}

async function* linesOf(body: ReadableStream<Uint8Array>, url: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of body) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    throw new Error(`${url} broke off: ${reasonOf(error)}`, { cause: error });
  }
  if (rest !== '') yield rest;
}

/** `fetch` says only "fetch failed" itself; why is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function sorted(types: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
}
