/** Whether a token's scope (`ops.list`, `ops.*`, `*`, `*.list`) covers a verb. */
export function scopeCovers(scope: string, name: string): boolean {
  if (scope === '*' || scope === name) return true;
  if (scope.endsWith('.*')) return name.startsWith(scope.slice(0, -1));
  return scope.startsWith('*.') && name.endsWith(scope.slice(1));
}

/** The source that a token with this scope may send to; null for a scope of verbs. */
export function sourceOfScope(scope: string): string | null {
  return /^ingest:(.+)$/.exec(scope)?.[1] ?? null;
}
