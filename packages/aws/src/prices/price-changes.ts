import type { PriceTable } from './price-table.ts';

/** What differs between two tables, a line for each price that came, went or changed. */
export function priceChanges(old: PriceTable, fresh: PriceTable): readonly string[] {
  const regions = new Set([...Object.keys(old.regions), ...Object.keys(fresh.regions)]);
  return [...regions].flatMap((region) => {
    const before = old.regions[region] ?? {};
    const after = fresh.regions[region] ?? {};
    const types = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...types].sort().flatMap((type) => {
      if (before[type] === after[type]) return [];
      return `${region} ${type}: ${shown(before[type])} → ${shown(after[type])}`;
    });
  });
}

function shown(price: number | undefined): string {
  return price === undefined ? 'unknown' : `$${price}`;
}
