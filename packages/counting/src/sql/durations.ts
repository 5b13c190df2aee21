import type { Dialect } from './dialect.ts';

/** Names of the columns that `secondsGroups` fills. */
export const secondsColumns = (name: string) => [`${name}_whole`, `${name}_part`, `${name}_more`];

/** Microseconds, rounded up, of what `secondsGroups` found; NULL when it found nothing. */
export function microseconds(name: string, dialect: Dialect): string {
  const [whole = '', part = '', more = ''] = secondsColumns(name);
  const million = `${dialect.integer(whole)} * 1000000`;
  const rest = dialect.integer(`rpad(${part}, 6, '0')`);
  return `(${million} + ${rest} + CASE WHEN ${more} = '' THEN 0 ELSE 1 END)`;
}
