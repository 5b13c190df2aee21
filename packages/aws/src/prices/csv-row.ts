/**
 * Cuts one line of the price list into its fields: all quoted, a quote inside one doubled, and no
 * line break inside a field.
 */
export function csvRow(line: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;
  for (;;) {
    const found = field.exec(line);
    if (found === null) return fields;
    fields.push((found[1] ?? found[2] ?? '').replaceAll('""', '"'));
    if (found[3] === '') return fields;
  }
}
