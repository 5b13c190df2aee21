/** Keys and indexes from the root of a document. */
export type Path = readonly (string | number)[];

/** Writes a path as people write it: `spec.objectives[0].target`. */
export function formatPath(path: Path): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

/** What stands at a path of plain data; undefined when nothing does. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    raw,
  );
}

/** Shows a value in a problem: as JSON, shortened; empty for nothing. */
export function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = JSON.stringify(value, plainly) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Whole numbers beyond what JavaScript holds exactly are read as they were written. */
function plainly(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
