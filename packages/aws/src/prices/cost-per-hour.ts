import type { PriceTable } from './price-table.ts';
import table from './prices.json' with { type: 'json' };

const { date, regions }: PriceTable = table;

/** The day the table's prices were read (ISO 8601 date). */
export const pricesDate: string = date;

/**
 * What an instance costs on demand under Linux, in US dollars per hour, volumes and traffic not
 * included; null when the table does not know the region or the type, which is not the same as free.
 * Source: `prices.json`, which names its own.
 */
export function costPerHour(region: string, instanceType: string): number | null {
  const types = Object.hasOwn(regions, region) ? regions[region] : undefined;
  if (types === undefined || !Object.hasOwn(types, instanceType)) return null;
  return types[instanceType] ?? null;
}
