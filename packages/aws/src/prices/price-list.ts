import { csvRow } from './csv-row.ts';

/** One region's price list, narrowed to the types asked for. */
export interface RegionPrices {
  /** ISO 8601 date of the list's publication. */
  readonly published: string;
  /** US dollars per hour by instance type. */
  readonly types: Readonly<Record<string, number>>;
}

/** What a row must say to be the plain price: Linux, shared hardware, nothing installed, no reservation. */
const PLAIN: Readonly<Record<string, string>> = {
  TermType: 'OnDemand',
  Unit: 'Hrs',
  Currency: 'USD',
  Tenancy: 'Shared',
  'Operating System': 'Linux',
  'Pre Installed S/W': 'NA',
  CapacityStatus: 'Used',
};

/**
 * What a row must not contradict where it says it at all: local zones, outposts and capacity blocks
 * bear the names of the region's types at other prices.
 */
function plainHere(region: string): Readonly<Record<string, string>> {
  return {
    'Location Type': 'AWS Region',
    'Region Code': region,
    MarketOption: 'OnDemand',
  };
}

/**
 * Reads the AWS Price List's CSV of one region line by line: it is too large to hold.
 * Source: AWS Billing, "Reading the price list files", format version v1.0; the file is AmazonEC2's.
 * @throws {Error} when the file has no header, no date, lacks a column, or has two prices for one type
 */
export async function readPriceList(
  lines: AsyncIterable<string>,
  region: string,
  wanted: ReadonlySet<string>,
): Promise<RegionPrices> {
  const types: Record<string, number> = {};
  let published: string | undefined;
  let columns: ReadonlyMap<string, number> | undefined;
  for await (const line of lines) {
    // Nearly all of a list are reservations: cutting them into fields would take most of the time.
    if (columns !== undefined && !line.includes('"OnDemand"')) continue;
    const row = csvRow(line);
    if (row[0] === 'Publication Date') published = row[1]?.slice(0, 10);
    else if (row[0] === 'SKU') columns = columnsOf(row);
    else if (columns !== undefined) take(types, { region, wanted, columns }, row);
  }
  if (columns === undefined || !published) throw new Error('this is no AWS price list');
  return { published, types };
}

function columnsOf(row: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map(row.map((name, index) => [name, index]));
  const missing = [...Object.keys(PLAIN), 'Instance Type', 'PricePerUnit'].find(
    (name) => !columns.has(name),
  );
  if (missing !== undefined) throw new Error(`the price list has no column ${missing}`);
  return columns;
}

interface Sought {
  readonly region: string;
  readonly wanted: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, number>;
}

function take(types: Record<string, number>, sought: Sought, row: readonly string[]): void {
  const { region, wanted, columns } = sought;
  const value = (column: string) => row[columns.get(column) ?? -1] ?? '';
  const type = value('Instance Type');
  if (!wanted.has(type)) return;
  if (Object.entries(PLAIN).some(([column, plain]) => value(column) !== plain)) return;
  const contradicts = ([column, plain]: [string, string]) => ![plain, ''].includes(value(column));
  if (Object.entries(plainHere(region)).some(contradicts)) return;
  const price = Number(value('PricePerUnit'));
  // The list also has rows that cost nothing: hours that a reservation or a dedicated host covers.
  if (!(price > 0)) return;
  if (types[type] !== undefined && types[type] !== price) {
    throw new Error(`the price list has two prices for ${type}: ${types[type]} and ${price}`);
  }
  types[type] = price;
}
