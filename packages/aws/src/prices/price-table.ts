/** Prices on demand under Linux, by region and instance type. */
export interface PriceTable {
  /** ISO 8601 date. */
  readonly date: string;
  readonly source: string;
  readonly currency: string;
  /** US dollars per hour. */
  readonly regions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
