import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PriceTable } from '../src/prices/price-table.ts';
import { refreshPrices } from '../src/prices/refresh.ts';

// Writes prices.json anew from AWS's public price list, which needs no account.
const file = join(import.meta.dirname, '..', 'src', 'prices', 'prices.json');
const old = JSON.parse(await readFile(file, 'utf8')) as PriceTable;
const fresh = await refreshPrices({ fetch: (url) => fetch(url) }, old);
await writeFile(file, `${JSON.stringify(fresh, null, 2)}\n`);
console.log(`prices of ${fresh.date} for ${Object.keys(fresh.regions).join(', ')}`);
