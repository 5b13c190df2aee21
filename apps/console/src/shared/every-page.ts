/** Rows that one call may answer, as the contract says. */
export const pageSize = 1000;

/**
 * Reads page after page until one is not full.
 * @param read one page of `pageSize` rows after the last row of the page before, or from the beginning
 */
export async function everyPage<Row>(
  read: (last: Row | null) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read(rows.at(-1) ?? null);
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}
