/** The id of the row above or below the chosen one; the first when none is chosen. */
export function step(ids: readonly string[], chosen: string | null, by: 1 | -1): string | null {
  const at = chosen === null ? -1 : ids.indexOf(chosen);
  return ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null;
}
