/** Whether a token's scope (`ops.list`, `ops.*`, `*`, `*.list`) covers a verb. */
export function scopeCovers(scope: string, name: string): boolean {
  if (scope === '*' || scope === name) return true;
  if (scope.endsWith('.*')) return name.startsWith(scope.slice(0, -1));
  return scope.startsWith('*.') && name.endsWith(scope.slice(1));
}
