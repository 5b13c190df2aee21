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
 * Reads the AWS Price List's CSV of one region line by line: it is too large to hold.
 * Source: "AWS Price List Bulk API", offer file of AmazonEC2, format version v1.0.
 * @throws {Error} when the file has no header, no date, or two prices for one type
 */
export async function readPriceList(
  lines: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): Promise<RegionPrices> {
  const types: Record<string, number> = {};
  let published: string | undefined;
  let columns: ReadonlyMap<string, number> | undefined;
  for await (const line of lines) {
    const row = csvRow(line);
    if (row[0] === 'Publication Date') published = row[1]?.slice(0, 10);
    else if (row[0] === 'SKU') columns = new Map(row.map((name, index) => [name, index]));
    else if (columns !== undefined) take(types, wanted, columns, row);
  }
  if (columns === undefined || !published) throw new Error('this is no AWS price list');
  return { published, types };
}

function take(
  types: Record<string, number>,
  wanted: ReadonlySet<string>,
  columns: ReadonlyMap<string, number>,
  row: readonly string[],
): void {
  const value = (column: string) => row[columns.get(column) ?? -1] ?? '';
  const type = value('Instance Type');
  if (!wanted.has(type)) return;
  if (Object.entries(PLAIN).some(([column, plain]) => value(column) !== plain)) return;
  const price = Number(value('PricePerUnit'));
  // The list also has rows that cost nothing: hours that a reservation or a dedicated host covers.
  if (!(price > 0)) return;
  if (types[type] !== undefined && types[type] !== price) {
    throw new Error(`the price list has two prices for ${type}: ${types[type]} and ${price}`);
  }
  types[type] = price;
}
