// `npm run prices [-- --from ORIGIN --table FILE]`: writes the price table anew from AWS's public price
// list, which needs no account. It reads some hundreds of megabytes for each region of the table.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { priceChanges } from '../src/prices/price-changes.ts';
import type { PriceTable } from '../src/prices/price-table.ts';
import { refreshPrices } from '../src/prices/refresh.ts';

const ours = join(import.meta.dirname, '..', 'src', 'prices', 'prices.json');

try {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, table: { type: 'string', default: ours } },
  });
  const old = JSON.parse(await readFile(values.table, 'utf8')) as PriceTable;
  const origin = values.from === undefined ? {} : { origin: values.from };
  const fresh = await refreshPrices({ fetch: (url) => fetch(url), ...origin }, old);
  // Beside it first: a half-written table must never be read.
  await writeFile(`${values.table}.new`, `${JSON.stringify(fresh, null, 2)}\n`);
  await rename(`${values.table}.new`, values.table);
  for (const change of priceChanges(old, fresh)) console.log(change);
  console.log(`Prices of ${fresh.date} for ${Object.keys(fresh.regions).join(', ')}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error('The price table stays as it was.');
  process.exitCode = 1;
}
