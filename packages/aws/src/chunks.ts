/** Cuts a list into runs of at most `size`; an empty list has none. */
export function chunks<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const runs: (readonly T[])[] = [];
  for (let start = 0; start < values.length; start += size) {
    runs.push(values.slice(start, start + size));
  }
  return runs;
}
